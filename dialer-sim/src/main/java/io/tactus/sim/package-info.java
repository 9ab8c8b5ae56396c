/**
 * The simulated telephone world: people, agents' phones and carriers behind a simulated Asterisk that speaks AMI over TCP.
 * It knows nothing of the engine, so that the engine can be tried against it exactly as against a real Asterisk.
 */
@NullMarked
package io.tactus.sim;

import org.jspecify.annotations.NullMarked;
