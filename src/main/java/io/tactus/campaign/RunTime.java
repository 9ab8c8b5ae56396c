package io.tactus.campaign;

import io.tactus.problem.Problem.FieldError;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Days and hours in which a campaign runs, in the call centre's zone.
 *
 * @param stopsAt 00:00 is the end of the day
 * @param zone IANA id
 * @param firstDate left out: since ever
 * @param lastDate included; left out: for ever
 */
public record RunTime(
        @NotEmpty List<@NotNull @Pattern(regexp = CampaignForm.DAYS, message = CampaignForm.DAYS) String> days,
        @NotNull LocalTime startsAt,
        @NotNull LocalTime stopsAt,
        @NotNull String zone,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate) {

    /** What annotations cannot say. */
    List<FieldError> errors(String path) {
        List<FieldError> errors = new ArrayList<>();
        if (!stopsAt.equals(LocalTime.MIDNIGHT) && !startsAt.isBefore(stopsAt)) {
            errors.add(new FieldError(path + ".stopsAt", "must be after startsAt; over midnight needs two entries"));
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            errors.add(new FieldError(path + ".zone", "is not an IANA time zone such as America/New_York"));
        }
        if (firstDate != null && lastDate != null && lastDate.isBefore(firstDate)) {
            errors.add(new FieldError(path + ".lastDate", "must not be before firstDate"));
        }
        return errors;
    }

    /** Whether the campaign runs at this instant. */
    boolean covers(Instant instant) {
        ZonedDateTime local = instant.atZone(ZoneId.of(zone));
        LocalDate date = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        return (firstDate == null || !date.isBefore(firstDate))
                && (lastDate == null || !date.isAfter(lastDate))
                && days.contains(name(local))
                && !time.isBefore(startsAt)
                && (stopsAt.equals(LocalTime.MIDNIGHT) || time.isBefore(stopsAt));
    }

    private static String name(ZonedDateTime local) {
        return local.getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                .toUpperCase(Locale.ROOT);
    }
}
