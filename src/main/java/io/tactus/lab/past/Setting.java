package io.tactus.lab.past;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What a recording is of, and under which settings the campaign dials.
 *
 * @param zone in which its hours are counted
 * @param begin the recording's time 0
 * @param seconds its length
 * @param cap highest share of abandoned calls among live answers
 * @param ringSeconds when an unanswered call is given up
 * @param releaseRungSeconds ringing calls are given up after this long when nobody can take them; 0: never
 * @param rescueAfterSeconds a person whom nobody could take goes to an agent in wrap-up for so long; 0: never
 */
public record Setting(
        String campaign,
        String mode,
        ZoneId zone,
        Instant begin,
        double seconds,
        double cap,
        double ringSeconds,
        double releaseRungSeconds,
        boolean choosesLeads,
        double rescueAfterSeconds) {

    /** The local hour, 0 to 23, of a time of the recording. */
    public int hourOf(double at) {
        return localTime(at).getHour();
    }

    /** The local date of a time of the recording. */
    public LocalDate dateAt(double at) {
        return localTime(at).toLocalDate();
    }

    private ZonedDateTime localTime(double at) {
        return begin.plusMillis((long) (at * 1e3)).atZone(zone);
    }
}
