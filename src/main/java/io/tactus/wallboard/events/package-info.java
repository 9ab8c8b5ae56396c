/**
 * What happens on the floor, one event at a time, for programs that follow along.
 * Made from the floor's effects on the floor's thread; each client has a bounded queue and a thread of its own that writes.
 */
@NullMarked
package io.tactus.wallboard.events;

import org.jspecify.annotations.NullMarked;
