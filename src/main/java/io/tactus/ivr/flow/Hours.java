package io.tactus.ivr.flow;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Opening hours by the local clock.
 *
 * @param week spans of each weekday; a day that is left out is closed
 * @param holidays days that have spans of their own instead; none at all for a closed day
 */
public record Hours(SortedMap<DayOfWeek, List<Span>> week, SortedMap<LocalDate, List<Span>> holidays) {
    /** From a time up to another, which is not within. @param to midnight for the end of the day */
    public record Span(LocalTime from, LocalTime to) {
        /** Whether it ends after it begins. */
        boolean isForward() {
            return to.equals(LocalTime.MIDNIGHT) || from.isBefore(to);
        }

        private boolean holds(LocalTime time) {
            return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
        }
    }

    /** Copies the maps. */
    public Hours {
        week = copy(week);
        holidays = copy(holidays);
    }

    private static <K> SortedMap<K, List<Span>> copy(SortedMap<K, List<Span>> spans) {
        TreeMap<K, List<Span>> copy = new TreeMap<>();
        spans.forEach((day, of) -> copy.put(day, List.copyOf(of)));
        return Collections.unmodifiableSortedMap(copy);
    }

    /** Whether it is open. @param local the time in the flow's zone */
    public boolean isOpen(ZonedDateTime local) {
        List<Span> usual = week.getOrDefault(local.getDayOfWeek(), List.of());
        List<Span> spans = holidays.getOrDefault(local.toLocalDate(), usual);
        return spans.stream().anyMatch(span -> span.holds(local.toLocalTime()));
    }
}
