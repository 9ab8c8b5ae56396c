/**
 * What a campaign has learnt of its own calls and agents: how likely and how soon a dial is answered, and how soon a busy agent is
 * free. Estimates start from broad priors, follow what happens, and forget.
 */
@NullMarked
package io.tactus.pacing.forecast;

import org.jspecify.annotations.NullMarked;
