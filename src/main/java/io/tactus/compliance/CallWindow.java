package io.tactus.compliance;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The days and hours in which leads may be called, by the lead's own local time. A number that may lie in several zones may be called
 * only when every one of them allows it.
 *
 * @param days weekdays on which calls are allowed
 * @param from first allowed minute of the day
 * @param to first forbidden minute of the day; 00:00 means the end of the day
 */
public record CallWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    private static final Duration LONGEST_LOOK = Duration.ofDays(15);

    /** Refuses a window that is empty or runs over midnight. */
    public CallWindow {
        days = days.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(days));
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a call window needs at least one day");
        }
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException("a call window must begin before it ends: " + from + " to " + to);
        }
    }

    /** Whether all zones allow a call at this instant; never without a zone. */
    public boolean allows(Instant at, Collection<ZoneId> zones) {
        return !zones.isEmpty() && zones.stream().allMatch(zone -> allows(at.atZone(zone)));
    }

    private boolean allows(ZonedDateTime local) {
        LocalTime time = local.toLocalTime();
        return days.contains(local.getDayOfWeek())
                && !time.isBefore(from)
                && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }

    /** The first instant from {@code at} on at which all zones allow a call; empty when there is none within 15 days. */
    public Optional<Instant> nextOpening(Instant at, Collection<ZoneId> zones) {
        if (zones.isEmpty()) {
            return Optional.empty();
        }
        Instant candidate = at;
        Instant end = at.plus(LONGEST_LOOK);
        while (candidate.isBefore(end)) {
            Instant latest = candidate;
            for (ZoneId zone : zones) {
                Instant opening = nextOpening(candidate.atZone(zone));
                latest = opening.isAfter(latest) ? opening : latest;
            }
            if (latest.equals(candidate)) {
                return Optional.of(candidate);
            }
            candidate = latest;
        }
        return Optional.empty();
    }

    private Instant nextOpening(ZonedDateTime local) {
        if (allows(local)) {
            return local.toInstant();
        }
        ZonedDateTime day = local.toLocalTime().isBefore(from) ? local : local.plusDays(1);
        while (!days.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return day.toLocalDate().atTime(from).atZone(local.getZone()).toInstant();
    }
}
