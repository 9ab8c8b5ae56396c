package io.tactus.lab;

import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.Input;
import io.tactus.lab.past.Duty;
import io.tactus.lab.past.Recording;
import io.tactus.lab.past.Running;
import io.tactus.sim.time.VirtualTimeScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Agents who come, pause and go as recorded; who is in a call then finishes it first. The n-th wrap-up takes as long as the n-th recorded one; those
 * beyond draw from the recorded ones of the same hour. The campaign dials when it did.
 */
final class RecordedRoster implements Roster {
    private enum Presence {
        OUT,
        AWAY,
        AT_WORK;

        static Presence of(Duty.State state) {
            return switch (state) {
                case OUT -> OUT;
                case PAUSED, ELSEWHERE -> AWAY;
                case CONNECTING, READY, RESERVED, TALKING, WRAP_UP -> AT_WORK;
            };
        }
    }

    private final Recording day;
    private final List<Long> campaigns;
    private final VirtualTimeScheduler time;
    private final Consumer<Input> tell;
    private final SplittableRandom random;
    private final List<Recording.Stretch> wrapUps;
    private final Map<Integer, List<Recording.Stretch>> byHour = new HashMap<>();
    private int next;

    RecordedRoster(Recording day, List<Long> campaigns, long seed, VirtualTimeScheduler time, Consumer<Input> tell) {
        this.day = day;
        this.campaigns = campaigns;
        this.time = time;
        this.tell = tell;
        this.random = new SplittableRandom(~seed);
        this.wrapUps = day.wrapUps();
        wrapUps.forEach(each -> byHour.computeIfAbsent(day.setting().hourOf(each.from()), hour -> new ArrayList<>())
                .add(each));
    }

    @Override
    public void begin() {
        Presence[] last = new Presence[day.agents() + 1];
        Arrays.fill(last, Presence.OUT);
        for (Duty duty : day.duties()) {
            Presence before = last[duty.agent()];
            Presence now = Presence.of(duty.state());
            last[duty.agent()] = now;
            if (now != before) {
                at(duty.at(), () -> change(duty.agent(), before, now));
            }
        }
        boolean dials = day.running().isEmpty();
        for (Running running : day.running()) {
            dials = running.at() <= day.begin() ? running.dials() : dials;
        }
        if (!dials) {
            command(CampaignInput.Command.PAUSE);
        }
        day.running().stream()
                .filter(running -> running.at() > day.begin())
                .forEach(running -> at(
                        running.at(),
                        () -> command(running.dials() ? CampaignInput.Command.START : CampaignInput.Command.PAUSE)));
    }

    private void at(double second, Runnable what) {
        time.after(MeasuredDials.seconds(Math.max(0, second - day.begin())), what);
    }

    private void command(CampaignInput.Command command) {
        campaigns.forEach(campaign -> tell.accept(new CampaignInput.Commanded(campaign, command)));
    }

    private void change(long agent, Presence before, Presence now) {
        if (before == Presence.OUT) {
            tell.accept(new AgentInput.LoggedIn(agent, campaigns, Cast.NODE, false));
        }
        tell.accept(
                switch (now) {
                    case OUT -> new AgentInput.WantsLogout(agent);
                    case AWAY -> new AgentInput.WantsPause(agent, "BREAK");
                    case AT_WORK -> new AgentInput.WantsReady(agent);
                });
    }

    @Override
    public double pace(long agent) {
        return 1;
    }

    @Override
    public Duration wrapUp(long agent, Scenario.WrapUp usual) {
        if (wrapUps.isEmpty()) {
            return MeasuredDials.seconds(usual.seconds());
        }
        if (next < wrapUps.size()) {
            return MeasuredDials.seconds(wrapUps.get(next++).length());
        }
        int hour = day.setting().hourOf(day.begin() + time.nowNanos() / 1e9);
        List<Recording.Stretch> like = byHour.getOrDefault(hour, wrapUps);
        return MeasuredDials.seconds(like.get(random.nextInt(like.size())).length());
    }
}
