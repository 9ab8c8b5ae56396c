/**
 * What a floor asks the world to do: telephony actions, durable writes, and news for screens.
 * Effects are plain values; adapters carry them out in order.
 */
@NullMarked
package io.tactus.floor.effect;

import org.jspecify.annotations.NullMarked;
