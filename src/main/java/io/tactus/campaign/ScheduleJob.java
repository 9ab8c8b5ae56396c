package io.tactus.campaign;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tactus.dialing.CommandResult;
import io.tactus.dialing.FloorCommands;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.CampaignInput.Command;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.SchedulerException;

/** Brings a campaign to what its schedules say for this moment. */
@ApplicationScoped
public class ScheduleJob implements Job {
    private static final Logger LOG = Logger.getLogger(ScheduleJob.class);

    private final FloorCommands floor;

    /** Made by the container, which Quartz asks for it. */
    public ScheduleJob(FloorCommands floor) {
        this.floor = floor;
    }

    @Override
    public void execute(JobExecutionContext context) {
        long campaignId = Long.parseLong(context.getMergedJobDataMap().getString(Schedules.CAMPAIGN));
        Instant now = context.getFireTime().toInstant();
        Optional<Command> command = QuarkusTransaction.requiringNew().call(() -> {
            Campaign campaign = Campaign.findById(campaignId);
            List<Schedule> schedules = Schedule.list("campaignId", campaignId);
            boolean wanted =
                    schedules.stream().anyMatch(schedule -> schedule.time().covers(now));
            if (campaign == null) {
                forget(context);
                return Optional.empty();
            }
            return toDo(wanted, campaign.state);
        });
        command.ifPresent(what -> carryOut(campaignId, what));
    }

    /**
     * What brings a campaign of this state to what is wanted. A campaign that a person stopped, or whose leads are used up, stays as it is: the
     * schedule does not overrule that.
     */
    static Optional<Command> toDo(boolean wanted, String state) {
        return switch (state) {
            case "draft", "paused", "pausing" -> wanted ? Optional.of(Command.START) : Optional.empty();
            case "running" -> wanted ? Optional.empty() : Optional.of(Command.PAUSE);
            default -> Optional.empty();
        };
    }

    /** The campaign was deleted; its triggers go at the first that fires. */
    private static void forget(JobExecutionContext context) {
        try {
            context.getScheduler().deleteJob(context.getJobDetail().getKey());
        } catch (SchedulerException e) {
            LOG.warnf("Schedule of a deleted campaign remains: %s", e.getMessage());
        }
    }

    private void carryOut(long campaignId, Command command) {
        CompletableFuture<CommandResult> answer = command == Command.START
                ? floor.startCampaign(campaignId)
                : floor.command(new CampaignInput.Commanded(campaignId, command));
        try {
            CommandResult result = answer.get(10, TimeUnit.SECONDS);
            LOG.infof("Schedule: %s campaign %d: %s", command, campaignId, result.done() ? "done" : result.refusal());
        } catch (ExecutionException | TimeoutException e) {
            LOG.errorf(e, "Schedule: could not %s campaign %d", command, campaignId);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
