/**
 * Which caller goes to which free agent: skills that relax over time, priorities that age, strategies of a queue, the agent spoken with last; and how
 * long a caller will wait. Pure: times come in with every call, nothing here knows a clock, a call or a telephone. The floor does not use it yet.
 */
@NullMarked
package io.tactus.floor.routing;

import org.jspecify.annotations.NullMarked;
