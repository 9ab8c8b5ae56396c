package io.tactus.floor.input;

/** The clock moved on: deadlines are looked at, and every running campaign is paced. */
public record Tick() implements Input {}
