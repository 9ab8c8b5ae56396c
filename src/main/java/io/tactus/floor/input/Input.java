package io.tactus.floor.input;

/** Anything that can happen to a floor. */
public sealed interface Input permits AgentInput, CallInput, CampaignInput, NetworkInput, Tick {}
