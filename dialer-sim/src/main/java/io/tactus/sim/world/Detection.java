package io.tactus.sim.world;

import java.time.Duration;

/**
 * What answering-machine detection will say about one answered call.
 *
 * @param after from the answer to the verdict
 * @param status HUMAN, MACHINE or NOTSURE
 * @param cause the detector's reason, in Asterisk's form {@code NAME-details}
 */
public record Detection(Duration after, String status, String cause) {}
