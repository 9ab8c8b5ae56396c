package io.tactus.lab;

import io.tactus.floor.input.Input;
import io.tactus.lab.Scenario.Inbound;
import io.tactus.lab.Scenario.Listening;
import io.tactus.lab.Scenario.MeansUsed;
import io.tactus.lab.Scenario.Staff;
import io.tactus.lab.Scenario.Talk;
import io.tactus.lab.Scenario.Work;
import io.tactus.lab.Scenario.WrapUp;
import io.tactus.lab.WhatIf.Moment;
import io.tactus.lab.past.Dial;
import io.tactus.lab.past.Duty;
import io.tactus.lab.past.Ending;
import io.tactus.lab.past.Recording;
import io.tactus.lab.past.Setting;
import io.tactus.pacing.PacingPolicy;
import io.tactus.sim.time.VirtualTimeScheduler;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** A recorded day, as it was and as it would have been under another policy. */
final class Replay {
    private static final double USUAL_WRAP_UP = 22;

    private final Recording day;

    /** A replay of this day. Fails with an {@link IllegalArgumentException} when nothing happened in it. */
    Replay(Recording day) {
        this.day = day;
        if (day.dials().isEmpty() || day.spent(Duty.State.TALKING) == 0) {
            throw new IllegalArgumentException("there is nothing to replay: the recording has no dials or no talks");
        }
    }

    /** The day as a scenario: its settings, and means for the table; who is called and who works comes from the recording. */
    Scenario world() {
        Setting setting = day.setting();
        double talk = mean(day.dials().stream()
                .filter(d -> d.ending() == Ending.TALKED && d.talkKnown())
                .mapToDouble(Dial::talk)
                .toArray());
        double[] wrapUps =
                day.wrapUps().stream().mapToDouble(Recording.Stretch::length).toArray();
        Work work = new Work(
                1,
                setting.cap(),
                setting.ringSeconds(),
                new MeansUsed(setting.releaseRungSeconds(), setting.choosesLeads(), setting.rescueAfterSeconds()),
                List.of(Math.max(1e-4, day.liveAnswers() / (double) day.dials().size())),
                0,
                false,
                new Talk(Math.max(1, talk), 1, 0, 1),
                new WrapUp(wrapUps.length == 0 ? USUAL_WRAP_UP : Math.max(0.1, mean(wrapUps)), 0.4),
                true,
                Listening.NONE,
                null);
        return new Scenario(
                "Campaign '%s' on %s".formatted(setting.campaign(), setting.dateAt(0)),
                new Staff(day.agents(), 0, 0, 0, List.of(), 0),
                List.of(work),
                new Inbound(0, work.talk(), work.wrapUp(), 0),
                List.of(),
                0,
                day.length() / 3_600);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** What the day really was, in the measures of a run. */
    RunResult recorded() {
        double busy = day.spent(Duty.State.TALKING) + day.spent(Duty.State.WRAP_UP);
        double free = day.spent(Duty.State.READY) + day.spent(Duty.State.RESERVED);
        long waits = day.stretches().stream()
                .flatMap(List::stream)
                .filter(s -> s.state() == Duty.State.READY && s.next() != Duty.State.READY)
                .count();
        long connected =
                day.dials().stream().filter(d -> d.ending() == Ending.TALKED).count();
        return new RunResult(
                busy / Math.max(1e-9, busy + free),
                waits == 0 ? 0 : free / waits,
                connected == 0 ? 0 : day.dials().size() / (double) connected,
                List.of(new RunResult.Account(day.liveAnswers(), day.unserved(), 1)),
                RunResult.Waits.NONE,
                course());
    }

    private List<Moment> course() {
        Trajectory course = new Trajectory(micros(day.begin()), micros(day.length()));
        day.stretches().stream()
                .flatMap(List::stream)
                .filter(s -> s.state().atWork())
                .forEach(stretch -> {
                    boolean busy = stretch.state() == Duty.State.TALKING || stretch.state() == Duty.State.WRAP_UP;
                    course.spent(micros(stretch.from()), micros(stretch.to()), busy);
                });
        day.dials().stream()
                .filter(dial -> dial.ending().live())
                .forEach(dial -> course.answered(
                        micros(dial.at() + dial.after()), dial.ending().unserved()));
        return course.moments();
    }

    private static long micros(double seconds) {
        return (long) (seconds * 1e6);
    }

    /** The day under this policy. @param world of {@link #world}, with what is to be otherwise */
    RunResult run(Scenario world, PacingPolicy policy, long seed) {
        return LabRun.run(world, policy, cast(seed), seed, (effect, micros) -> {});
    }

    private Cast cast(long seed) {
        return new Cast() {
            @Override
            public List<People> people() {
                return List.of(new RecordedPeople(day, seed));
            }

            @Override
            public Roster roster(
                    List<Long> campaigns, VirtualTimeScheduler time, Consumer<Input> tell, LongConsumer unplug) {
                return new RecordedRoster(day, campaigns, seed, time, tell);
            }
        };
    }
}
