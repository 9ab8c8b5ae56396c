package io.tactus.dialing.promise;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What is known of a lead when it is dialled.
 *
 * @param attempts how often it was dialled before
 * @param lastOutcome what came of the last time; empty for never
 * @param localHour hour of the day where the lead is, 0 to 23
 * @param weekend whether it is Saturday or Sunday there
 */
public record LeadFacts(int attempts, String lastOutcome, int localHour, boolean weekend) {
    private static final List<String> OUTCOMES = List.of("", "NO_ANSWER", "BUSY", "MACHINE", "ANSWERED", "ABANDONED");
    private static final int HOURS = 24;
    private static final int ATTEMPT_CLASSES = 6;
    /** Number of features. */
    static final int COUNT = 1 + ATTEMPT_CLASSES + OUTCOMES.size() + 1 + HOURS + 1;

    /** The facts of a lead that is dialled now. @param zone one of the zones that the lead may be in */
    public static LeadFacts of(int attempts, String lastOutcome, Instant now, ZoneId zone) {
        ZonedDateTime there = now.atZone(zone);
        DayOfWeek day = there.getDayOfWeek();
        return new LeadFacts(
                attempts, lastOutcome, there.getHour(), day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY);
    }

    /** Numbers of the features that are present; all others are absent. */
    int[] features() {
        int attemptClass = 1 + Math.clamp(attempts, 0, ATTEMPT_CLASSES - 1);
        int known = OUTCOMES.indexOf(lastOutcome);
        int outcome = 1 + ATTEMPT_CLASSES + (known < 0 ? OUTCOMES.size() : known);
        int hour = 2 + ATTEMPT_CLASSES + OUTCOMES.size() + localHour;
        return weekend
                ? new int[] {0, attemptClass, outcome, hour, COUNT - 1}
                : new int[] {0, attemptClass, outcome, hour};
    }
}
