package io.tactus.agent.message;

import java.time.Instant;

/** A message that its agent has not read yet. @param from the sender's name */
public record DeskMessage(long id, String from, Instant at, String text) {}
