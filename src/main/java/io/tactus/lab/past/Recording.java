package io.tactus.lab.past;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happened in a campaign over some time.
 *
 * @param dials in the order in which they were made
 * @param duties the agents' states in the order of time
 * @param running when the campaign dialled
 */
public record Recording(Setting setting, List<Dial> dials, List<Duty> duties, List<Running> running) {
    /** Agents that a recording may have. */
    public static final int MOST_AGENTS = 5_000;

    /** Copies the lists, in the order of time. */
    public Recording {
        dials = dials.stream().sorted(Comparator.comparingDouble(Dial::at)).toList();
        duties = duties.stream().sorted(Comparator.comparingDouble(Duty::at)).toList();
        running =
                running.stream().sorted(Comparator.comparingDouble(Running::at)).toList();
    }

    /** A stretch of an agent's time. */
    public record Stretch(Duty.State state, double from, double to, Duty.State next) {
        /** How long it lasts, in seconds. */
        public double length() {
            return to - from;
        }
    }

    /** When the first agent came or the first call was dialled, in seconds. */
    public double begin() {
        double agents = duties.stream()
                .filter(duty -> duty.state() != Duty.State.OUT)
                .mapToDouble(Duty::at)
                .findFirst()
                .orElse(setting.seconds());
        return dials.isEmpty() ? agents : Math.min(agents, dials.getFirst().at());
    }

    /** The time from then until the last agent is gone, or to the end of the recording, in seconds. */
    public double length() {
        boolean[] there = new boolean[agents() + 1];
        int count = 0;
        double end = setting.seconds();
        for (Duty duty : duties) {
            boolean now = duty.state() != Duty.State.OUT;
            count += (now ? 1 : 0) - (there[duty.agent()] ? 1 : 0);
            there[duty.agent()] = now;
            end = count == 0 ? duty.at() : setting.seconds();
        }
        return Math.max(1, end - begin());
    }

    /** How many agents there are. */
    public int agents() {
        return duties.stream().mapToInt(Duty::agent).max().orElse(0);
    }

    /** Each agent's time, stretch by stretch; the last one ends with the recording. Index 0 is the agent of number 1. */
    public List<List<Stretch>> stretches() {
        List<List<Stretch>> all = new ArrayList<>();
        Duty[] last = new Duty[agents() + 1];
        for (int agent = 1; agent < last.length; agent++) {
            all.add(new ArrayList<>());
            last[agent] = new Duty(0, agent, Duty.State.OUT);
        }
        for (Duty duty : duties) {
            Duty before = last[duty.agent()];
            if (duty.at() > before.at()) {
                all.get(duty.agent() - 1).add(new Stretch(before.state(), before.at(), duty.at(), duty.state()));
            }
            last[duty.agent()] = duty;
        }
        for (int agent = 1; agent < last.length; agent++) {
            if (setting.seconds() > last[agent].at()) {
                all.get(agent - 1)
                        .add(new Stretch(
                                last[agent].state(), last[agent].at(), setting.seconds(), last[agent].state()));
            }
        }
        return all;
    }

    /** The wrap-ups that were seen to their end, in the order of their beginnings. */
    public List<Stretch> wrapUps() {
        return stretches().stream()
                .flatMap(List::stream)
                .filter(s -> s.state() == Duty.State.WRAP_UP
                        && s.next() != Duty.State.WRAP_UP
                        && s.next() != Duty.State.RESERVED)
                .sorted(Comparator.comparingDouble(Stretch::from))
                .toList();
    }

    /** The time that agents spent so, in seconds. */
    public double spent(Duty.State state) {
        return stretches().stream()
                .flatMap(List::stream)
                .filter(s -> s.state() == state)
                .mapToDouble(Stretch::length)
                .sum();
    }

    /** Dials that a person answered. */
    public long liveAnswers() {
        return dials.stream().filter(dial -> dial.ending().live()).count();
    }

    /** Persons who were not served. */
    public long unserved() {
        return dials.stream().filter(dial -> dial.ending().unserved()).count();
    }
}
