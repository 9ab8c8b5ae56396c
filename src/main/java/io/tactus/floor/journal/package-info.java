/**
 * The journal of inputs, and the replay that proves that the same inputs give the same effects byte for byte.
 * Records are written as one line of text each by {@link io.tactus.floor.journal.RecordCodec}.
 */
@NullMarked
package io.tactus.floor.journal;

import org.jspecify.annotations.NullMarked;
