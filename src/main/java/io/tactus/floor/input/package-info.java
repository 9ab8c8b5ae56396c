/**
 * What can happen to a floor: commands of people, events of telephony, answers of the store, and the clock.
 * Every input is a record of plain values, so that it can be journalled and replayed.
 */
@NullMarked
package io.tactus.floor.input;

import org.jspecify.annotations.NullMarked;
