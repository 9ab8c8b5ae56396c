package io.tactus.alert;

/**
 * Something that an alert may be about, as it is now.
 *
 * @param subjectId agent or campaign; 0 for trunks and nodes
 * @param subject its name; empty for agents
 * @param value in the unit of the kind
 */
record Measured(AlertKind kind, long subjectId, String subject, double value) {
    /** What it is about, whatever its value is. */
    record Key(String role, AlertKind kind, long subjectId, String subject) {}

    Key key(String role) {
        return new Key(
                role, kind, subjectId, kind == AlertKind.CAP_NEAR || kind == AlertKind.HOPPER_LOW ? "" : subject);
    }
}
