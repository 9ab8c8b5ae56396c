package io.tactus.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallWindowTest {
    private static final CallWindow WEEKDAYS =
            new CallWindow(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(21, 0));

    @Test
    void everyZoneOfALeadMustAllowTheCall() {
        List<ZoneId> both = List.of(ZoneId.of("America/New_York"), ZoneId.of("America/Los_Angeles"));
        Instant at = Instant.parse("2026-11-24T13:30:00Z");
        assertThat(WEEKDAYS.allows(at, both.subList(0, 1))).isTrue();
        assertThat(WEEKDAYS.allows(at, both)).isFalse();
        assertThat(WEEKDAYS.nextOpening(at, both)).contains(Instant.parse("2026-11-24T16:00:00Z"));
    }

    @Test
    void withoutAZoneNothingIsAllowed() {
        assertThat(WEEKDAYS.allows(Instant.parse("2026-11-24T15:00:00Z"), List.of()))
                .isFalse();
        assertThat(WEEKDAYS.nextOpening(Instant.parse("2026-11-24T15:00:00Z"), List.of()))
                .isEmpty();
    }

    /** The next opening is open, and no minute between now and then is; over every zone and its clock changes. */
    @Test
    void theNextOpeningIsTheFirstOpenMinute() {
        Random random = new Random(3);
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        List<String> zones = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc") && !id.startsWith("System"))
                .sorted()
                .toList();
        for (int i = 0; i < 3_000; i++) {
            List<ZoneId> zone = List.of(ZoneId.of(zones.get(random.nextInt(zones.size()))));
            Instant at = from.plusSeconds(60L * random.nextInt(60 * 24 * 365));
            Instant opening = WEEKDAYS.nextOpening(at, zone).orElseThrow();
            assertThat(WEEKDAYS.allows(opening, zone))
                    .as("%s %s -> %s", zone, at, opening)
                    .isTrue();
            ZonedDateTime local = opening.atZone(zone.getFirst());
            if (!opening.equals(at)) {
                assertThat(WEEKDAYS.allows(opening.minusSeconds(60), zone))
                        .as("%s: the minute before %s", zone, local)
                        .isFalse();
            }
        }
    }

    @Test
    void anEmptyOrBackwardWindowIsRefused() {
        assertThatThrownBy(() -> new CallWindow(Set.of(), LocalTime.of(8, 0), LocalTime.of(21, 0)))
                .hasMessageContaining("at least one day");
        assertThatThrownBy(() -> new CallWindow(Set.of(DayOfWeek.MONDAY), LocalTime.of(21, 0), LocalTime.of(8, 0)))
                .hasMessageContaining("begin before it ends");
    }
}
