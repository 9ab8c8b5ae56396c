package io.tactus.floor.model;

/**
 * One reserved lead.
 *
 * @param callId id of the attempt that this reservation may become
 * @param answerProbability estimated probability of a live answer; 0 to 1
 */
public record ReservedLead(long callId, long leadId, double answerProbability) {}
