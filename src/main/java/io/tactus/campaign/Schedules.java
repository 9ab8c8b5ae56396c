package io.tactus.campaign;

import io.tactus.problem.Problem.FieldError;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/**
 * Schedules of campaigns, as rows and as Quartz triggers, changed together in one transaction. Each edge of a schedule has a trigger; all
 * of them fire the same {@link ScheduleJob}, which looks at the clock and not at which trigger it was. So edges that were missed while
 * the engine was down fire once, in any order, and no harm is done.
 */
@ApplicationScoped
public class Schedules {
    /** Where a job finds its campaign. */
    static final String CAMPAIGN = "campaign";

    private static final List<String> WEEK = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private final Scheduler quartz;
    private final Campaigns campaigns;

    Schedules(Scheduler quartz, Campaigns campaigns) {
        this.quartz = quartz;
        this.campaigns = campaigns;
    }

    /** When the campaign runs by itself. */
    @Transactional
    public List<RunTime> of(long campaignId) {
        campaigns.get(campaignId);
        return rows(campaignId).stream().map(Schedule::time).toList();
    }

    private static List<Schedule> rows(long campaignId) {
        return Schedule.list("campaignId = ?1 order by id", campaignId);
    }

    /** Lets the campaign run at these times from now on; none means only by hand. */
    @Transactional
    public List<RunTime> replace(long campaignId, List<RunTime> times) {
        campaigns.get(campaignId);
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            errors.addAll(times.get(i).errors("schedules[" + i + "]"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        Schedule.delete("campaignId", campaignId);
        times.forEach(time -> Schedule.of(campaignId, time).persist());
        Schedule.flush();
        try {
            schedule(campaignId, times);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedules of campaign " + campaignId + " could not be stored", e);
        }
        return of(campaignId);
    }

    private void schedule(long campaignId, List<RunTime> times) throws SchedulerException {
        JobKey key = new JobKey("campaign-" + campaignId, "schedules");
        quartz.deleteJob(key);
        if (times.isEmpty()) {
            return;
        }
        JobDetail job = JobBuilder.newJob(ScheduleJob.class)
                .withIdentity(key)
                .usingJobData(CAMPAIGN, Long.toString(campaignId))
                .storeDurably()
                .build();
        Set<Trigger> triggers = new HashSet<>();
        for (int i = 0; i < times.size(); i++) {
            RunTime time = times.get(i);
            triggers.add(trigger(campaignId, i + "-start", time, time.days(), time.startsAt()));
            boolean midnight = time.stopsAt().equals(LocalTime.MIDNIGHT);
            triggers.add(trigger(
                    campaignId, i + "-stop", time, midnight ? following(time.days()) : time.days(), time.stopsAt()));
        }
        quartz.scheduleJob(job, triggers, true);
        // A schedule that is changed within its hours takes effect at once.
        quartz.triggerJob(key);
    }

    private static Trigger trigger(long campaignId, String name, RunTime time, List<String> days, LocalTime at) {
        ZoneId zone = ZoneId.of(time.zone());
        TriggerBuilder<?> trigger = TriggerBuilder.newTrigger()
                .withIdentity("campaign-" + campaignId + "-" + name, "schedules")
                .withSchedule(CronScheduleBuilder.cronSchedule("%d %d %d ? * %s"
                                .formatted(at.getSecond(), at.getMinute(), at.getHour(), String.join(",", days)))
                        .inTimeZone(TimeZone.getTimeZone(zone))
                        .withMisfireHandlingInstructionFireAndProceed());
        if (time.firstDate() != null) {
            trigger.startAt(startOf(time.firstDate(), zone));
        }
        if (time.lastDate() != null) {
            // One hour of the next day: the stop at its midnight still belongs to the last day.
            trigger.endAt(Date.from(
                    time.lastDate().plusDays(1).atTime(1, 0).atZone(zone).toInstant()));
        }
        return trigger.build();
    }

    private static Date startOf(LocalDate date, ZoneId zone) {
        return Date.from(date.atStartOfDay(zone).toInstant());
    }

    private static List<String> following(List<String> days) {
        return days.stream()
                .map(day -> WEEK.get((WEEK.indexOf(day) + 1) % WEEK.size()))
                .toList();
    }
}
