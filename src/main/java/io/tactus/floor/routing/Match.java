package io.tactus.floor.routing;

/** This caller goes to this agent. */
public record Match(Caller caller, long agentId) {}
