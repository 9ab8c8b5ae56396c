/**
 * What happens to a caller before an agent does: a flow as plain values, nodes joined by exits, and the validator that refuses what would leave
 * a caller without a way on. Uses the JDK alone; {@code io.tactus.ivr.run} walks it.
 */
@NullMarked
package io.tactus.ivr.flow;

import org.jspecify.annotations.NullMarked;
