/**
 * What really happened in a campaign: its dials in order with what became of each, and its agents' states, as the database tells it. A world is
 * fitted to it ({@link io.tactus.lab.past.FittedWorld}), or it is played again under another policy.
 */
@NullMarked
package io.tactus.lab.past;

import org.jspecify.annotations.NullMarked;
