package io.tactus.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.input.CampaignInput.Command;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTimeTest {
    private static final RunTime OFFICE = new RunTime(
            List.of("MON", "TUE"),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            "America/New_York",
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 3, 31));

    @Test
    void theHoursAreThoseOfTheZoneOnBothSidesOfTheClockChange() {
        // Monday 2 March is in winter time (UTC-5), Monday 9 March in summer time (UTC-4).
        assertThat(covers("2026-03-02T13:59:59Z")).isFalse();
        assertThat(covers("2026-03-02T14:00:00Z")).isTrue();
        assertThat(covers("2026-03-09T13:00:00Z")).isTrue();
        assertThat(covers("2026-03-09T21:00:00Z")).isFalse();
    }

    @Test
    void otherDaysAndDatesAreOut() {
        assertThat(covers("2026-03-04T15:00:00Z")).isFalse();
        assertThat(covers("2026-02-23T15:00:00Z")).isFalse();
        assertThat(covers("2026-03-31T15:00:00Z")).isTrue();
        assertThat(covers("2026-04-06T15:00:00Z")).isFalse();
    }

    @Test
    void midnightEndsTheDay() {
        RunTime late = new RunTime(List.of("MON"), LocalTime.of(20, 0), LocalTime.MIDNIGHT, "UTC", null, null);
        assertThat(late.covers(Instant.parse("2026-03-02T23:59:59Z"))).isTrue();
        assertThat(late.covers(Instant.parse("2026-03-03T00:00:00Z"))).isFalse();
    }

    @Test
    void aScheduleDoesNotOverruleAPersonWhoStopped() {
        assertThat(ScheduleJob.toDo(true, "stopped")).isEmpty();
        assertThat(ScheduleJob.toDo(true, "done")).isEmpty();
        assertThat(ScheduleJob.toDo(true, "draft")).isEqualTo(Optional.of(Command.START));
        assertThat(ScheduleJob.toDo(true, "running")).isEmpty();
        assertThat(ScheduleJob.toDo(false, "running")).isEqualTo(Optional.of(Command.PAUSE));
        assertThat(ScheduleJob.toDo(false, "paused")).isEmpty();
    }

    private static boolean covers(String instant) {
        return OFFICE.covers(Instant.parse(instant));
    }
}
