package io.tactus.ivr.json;

import io.tactus.ivr.flow.Hours;
import io.tactus.ivr.flow.Hours.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a table of hours: {@code {"week": {"MON": [{"from": "09:00", "to": "17:00"}]}, "holidays": {"2026-12-25": []}}}. */
final class HoursReader {
    private HoursReader() {}

    static Hours read(Place place) {
        TreeMap<DayOfWeek, List<Span>> week = new TreeMap<>();
        TreeMap<LocalDate, List<Span>> holidays = new TreeMap<>();
        if (place.isObjectOf(Set.of("week", "holidays"))) {
            Place days = place.at("week");
            for (String word : days.fields()) {
                day(word)
                        .ifPresentOrElse(
                                day -> week.put(day, spans(days.at(word))),
                                () -> days.at(word).wrong("is no day: MON, TUE, WED, THU, FRI, SAT or SUN"));
            }
            Place dates = place.at("holidays");
            dates.fields().forEach(date -> holiday(date, dates.at(date), holidays));
        }
        return new Hours(week, holidays);
    }

    /** How a day is written. */
    static String word(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    private static Optional<DayOfWeek> day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> word(day).equals(word))
                .findFirst();
    }

    private static void holiday(String date, Place place, TreeMap<LocalDate, List<Span>> holidays) {
        try {
            LocalDate day = LocalDate.parse(date);
            if (date.length() != "2026-12-25".length()) {
                throw new DateTimeException(date);
            }
            holidays.put(day, spans(place));
        } catch (DateTimeException e) {
            place.wrong("is no day such as 2026-12-25");
        }
    }

    private static List<Span> spans(Place place) {
        return place.elements().stream().map(HoursReader::span).toList();
    }

    private static Span span(Place place) {
        if (!place.isObjectOf(Set.of("from", "to"))) {
            return new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        }
        return new Span(time(place.at("from")), time(place.at("to")));
    }

    private static LocalTime time(Place place) {
        return place.parse(HoursReader::minutes, LocalTime.MIDNIGHT, "is no time such as 09:30");
    }

    /** Without seconds, as the schema has it. */
    private static LocalTime minutes(String text) {
        if (text.length() != "09:30".length()) {
            throw new DateTimeException(text);
        }
        return LocalTime.parse(text);
    }
}
