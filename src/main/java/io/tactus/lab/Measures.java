package io.tactus.lab;

import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what a run shows. */
final class Measures {
    private final long fromMicros;
    private final long[] since;
    private final AgentState[] states;
    /** Index of the campaign of the agent's present or last call. */
    private final int[] workedFor;

    private final boolean[] withMachine;
    private final long[] busyMicros;
    private final long[] live;
    private final long[] abandoned;
    private long readyMicros;
    private long machineMicros;
    private long waits;
    private long connected;
    private long dialled;
    /** When the callers who wait came. */
    private final Map<Long, Long> callers = new HashMap<>();

    private final List<Double> callersWaits = new ArrayList<>();
    private final Trajectory course;

    /** @param fromMicros from when on time counts for the utilisation @param course is told what happens from the very beginning */
    Measures(int agents, int campaigns, long fromMicros, Trajectory course) {
        this.fromMicros = fromMicros;
        this.course = course;
        this.since = new long[agents + 1];
        this.states = new AgentState[agents + 1];
        this.workedFor = new int[agents + 1];
        this.withMachine = new boolean[agents + 1];
        this.busyMicros = new long[campaigns + 1];
        this.live = new long[campaigns];
        this.abandoned = new long[campaigns];
        Arrays.fill(states, AgentState.LOGGED_OUT);
    }

    void see(Effect effect, long now) {
        switch (effect) {
            case StoreEffect.AgentChanged changed -> agent(changed, now);
            case TelephonyEffect.Originate originate -> dialled += now >= fromMicros ? 1 : 0;
            case StoreEffect.CallConnected call -> {
                Long came = callers.remove(call.callId());
                if (came == null) {
                    connected += now >= fromMicros ? 1 : 0;
                } else if (came >= fromMicros) {
                    callersWaits.add((now - came) / 1e6);
                }
            }
            case StoreEffect.CallEnded ended -> {
                // Queues of callers have no cap.
                if (ended.live() && ended.campaignId() <= live.length) {
                    answered((int) ended.campaignId() - 1, ended.outcome() == Outcome.ABANDONED, now);
                }
            }
            default -> {
                // Not counted.
            }
        }
    }

    /** Somebody calls in. */
    void callsIn(long id, long now) {
        callers.put(id, now);
    }

    /** Who the agent talks with now is a person or a machine, whose time is no use. */
    void talksWith(long agent, boolean machine) {
        withMachine[(int) agent] = machine;
    }

    boolean withMachine(long agent) {
        return withMachine[(int) agent];
    }

    /** A person was hung up on as a machine: abandoned, whatever the floor calls it. */
    void takenForMachine(long campaign, long now) {
        answered((int) campaign - 1, true, now);
    }

    private void answered(int campaign, boolean toNobody, long now) {
        live[campaign]++;
        abandoned[campaign] += toNobody ? 1 : 0;
        course.answered(now, toNobody);
    }

    /** Index of the campaign of the agent's present or last call. */
    int workedFor(long agent) {
        return workedFor[(int) agent];
    }

    private void agent(StoreEffect.AgentChanged changed, long now) {
        int id = (int) changed.agentId();
        book(id, now);
        if (states[id] == AgentState.READY && changed.state() != AgentState.READY && now >= fromMicros) {
            waits++;
        }
        if (changed.state() == AgentState.TALKING) {
            workedFor[id] = (int) changed.campaignId() - 1;
        }
        states[id] = changed.state();
        since[id] = now;
    }

    private void book(int id, long now) {
        long passed = Math.max(0, now - Math.max(since[id], fromMicros));
        switch (states[id]) {
            case TALKING, WRAP_UP -> {
                course.spent(since[id], now, !withMachine[id]);
                if (withMachine[id]) {
                    machineMicros += passed;
                } else {
                    busyMicros[workedFor[id]] += passed;
                }
            }
            case READY, RESERVED -> {
                course.spent(since[id], now, false);
                readyMicros += passed;
            }
            default -> {
                // Not at work.
            }
        }
    }

    private RunResult.Waits callersWaits() {
        double[] waits =
                callersWaits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return waits.length == 0
                ? RunResult.Waits.NONE
                : new RunResult.Waits(Arrays.stream(waits).average().orElseThrow(), waits[(int) (0.95 * waits.length)]);
    }

    RunResult result(long now) {
        for (int id = 1; id < states.length; id++) {
            book(id, now);
            since[id] = now;
        }
        long busy = Arrays.stream(busyMicros).sum();
        long called = busy - busyMicros[live.length];
        List<RunResult.Account> accounts = new ArrayList<>();
        for (int i = 0; i < live.length; i++) {
            accounts.add(
                    new RunResult.Account(live[i], abandoned[i], called == 0 ? 0 : busyMicros[i] / (double) called));
        }
        return new RunResult(
                busy / (double) Math.max(1, busy + readyMicros + machineMicros),
                waits == 0 ? 0 : readyMicros / 1e6 / waits,
                connected == 0 ? 0 : dialled / (double) connected,
                accounts,
                callersWaits(),
                course.moments());
    }
}
