package io.tactus.floor.model;

/** Which talks of a campaign are recorded. */
public enum RecordingRule {
    NONE,
    /** When the agent says so. */
    ON_DEMAND,
    ALL
}
