/**
 * What a lead promises: how likely a person answers its next dial, learnt from the campaign's own attempts by hour, weekday and history. Pacing corrects
 * the level; what counts here is the order of the leads.
 */
@NullMarked
package io.tactus.dialing.promise;

import org.jspecify.annotations.NullMarked;
