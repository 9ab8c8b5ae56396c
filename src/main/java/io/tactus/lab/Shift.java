package io.tactus.lab;

import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.Input;
import io.tactus.lab.past.Quantiles;
import io.tactus.sim.time.VirtualTimeScheduler;
import io.tactus.sim.world.LogNormal;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The agents of a run: log-in, wrap-up, breaks, absences, each at an own pace. */
final class Shift implements Roster {
    private final Scenario.Staff staff;
    private final String node;
    private final List<Long> campaigns;
    private final VirtualTimeScheduler time;
    private final Consumer<Input> tell;
    private final LongConsumer unplug;
    private final SplittableRandom wrapUps;
    private final SplittableRandom breaks;
    private final double[] pace;
    private final int[] absences;

    /** @param unplug what becomes of the phone of an agent whose line dies */
    Shift(
            Scenario scenario,
            String node,
            List<Long> campaigns,
            long seed,
            VirtualTimeScheduler time,
            Consumer<Input> tell,
            LongConsumer unplug) {
        this.staff = scenario.agents();
        this.node = node;
        this.campaigns = campaigns;
        this.time = time;
        this.tell = tell;
        this.unplug = unplug;
        this.wrapUps = new SplittableRandom(seed);
        this.breaks = new SplittableRandom(~seed);
        this.pace = new double[staff.count() + 1];
        this.absences = new int[staff.count() + 1];
        SplittableRandom paces = new SplittableRandom(31 * seed + 7);
        for (int agent = 1; agent <= staff.count(); agent++) {
            pace[agent] =
                    Math.exp(staff.paceSpread() * paces.nextGaussian() - staff.paceSpread() * staff.paceSpread() / 2);
        }
    }

    @Override
    public void begin() {
        for (int agent = 1; agent <= staff.count(); agent++) {
            logIn(agent);
            if (staff.breakEveryMinutes() > 0) {
                workUntilBreak(agent);
            }
        }
        staff.absences().forEach(absence -> time.after(minutes(absence.fromMinute()), () -> leave(absence)));
    }

    private void logIn(int agent) {
        tell.accept(new AgentInput.LoggedIn(agent, campaigns, node, false));
        tell.accept(new AgentInput.WantsReady(agent));
    }

    private void workUntilBreak(int agent) {
        double wait = -Math.log(1 - breaks.nextDouble()) * staff.breakEveryMinutes();
        time.after(minutes(wait), () -> {
            if (absences[agent] == 0) {
                tell.accept(new AgentInput.WantsPause(agent, "BREAK"));
            }
            time.after(minutes(staff.breakMinutes()), () -> {
                if (absences[agent] == 0) {
                    tell.accept(new AgentInput.WantsReady(agent));
                }
                workUntilBreak(agent);
            });
        });
    }

    private void leave(Scenario.Absence absence) {
        int count = (int) Math.round(absence.share() * staff.count());
        for (int agent = 1; agent <= count; agent++) {
            absences[agent]++;
            if (absence.sudden()) {
                unplug.accept(agent);
            }
            tell.accept(new AgentInput.WantsLogout(agent));
        }
        time.after(minutes(absence.minutes()), () -> {
            for (int agent = 1; agent <= count; agent++) {
                absences[agent]--;
                if (absences[agent] == 0) {
                    logIn(agent);
                }
            }
        });
    }

    @Override
    public double pace(long agent) {
        return pace[(int) agent];
    }

    @Override
    public Duration wrapUp(long agent, Scenario.WrapUp usual) {
        double seconds = usual.quantiles().isEmpty()
                ? LogNormal.of(usual.seconds(), usual.variation(), wrapUps.nextGaussian())
                : Quantiles.at(usual.quantiles(), wrapUps.nextDouble());
        return Duration.ofNanos((long) (seconds * pace(agent) * 1e9));
    }

    private static Duration minutes(double minutes) {
        return Duration.ofNanos((long) (minutes * 60e9));
    }
}
