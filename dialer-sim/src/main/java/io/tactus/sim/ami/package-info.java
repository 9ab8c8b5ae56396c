/**
 * AMI over TCP: listening, reading hostile input, logging in, actions in, events and responses out.
 * It holds no telephony; a session that misbehaves or does not read is closed without harm to the others.
 */
@NullMarked
package io.tactus.sim.ami;

import org.jspecify.annotations.NullMarked;
