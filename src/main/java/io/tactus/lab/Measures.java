package io.tactus.lab;

import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.model.AgentState;

/** Counts what a run shows. */
final class Measures {
    private final long fromMicros;
    private final long[] since;
    private final AgentState[] states;
    private long busyMicros;
    private long readyMicros;
    private long waits;
    private long connected;
    private long dialled;
    private long live;
    private long abandoned;

    /** @param fromMicros from when on time counts for the utilisation */
    Measures(int agents, long fromMicros) {
        this.fromMicros = fromMicros;
        this.since = new long[agents + 1];
        this.states = new AgentState[agents + 1];
        java.util.Arrays.fill(states, AgentState.LOGGED_OUT);
    }

    void see(Effect effect, long now) {
        switch (effect) {
            case StoreEffect.AgentChanged changed -> agent((int) changed.agentId(), changed.state(), now);
            case TelephonyEffect.Originate originate -> dialled += now >= fromMicros ? 1 : 0;
            case StoreEffect.CallConnected call -> connected += now >= fromMicros ? 1 : 0;
            case StoreEffect.CallEnded ended -> {
                if (ended.live()) {
                    live++;
                    abandoned += ended.outcome() == io.tactus.floor.model.Outcome.ABANDONED ? 1 : 0;
                }
            }
            default -> {
                // Not counted.
            }
        }
    }

    private void agent(int id, AgentState next, long now) {
        book(id, now);
        if (states[id] == AgentState.READY && next != AgentState.READY && now >= fromMicros) {
            waits++;
        }
        states[id] = next;
        since[id] = now;
    }

    private void book(int id, long now) {
        long passed = Math.max(0, now - Math.max(since[id], fromMicros));
        switch (states[id]) {
            case TALKING, WRAP_UP -> busyMicros += passed;
            case READY -> readyMicros += passed;
            default -> {
                // Neither at work nor waiting.
            }
        }
    }

    RunResult result(long now) {
        for (int id = 1; id < states.length; id++) {
            book(id, now);
            since[id] = now;
        }
        double loggedIn = (now - fromMicros) * (double) (states.length - 1);
        return new RunResult(
                busyMicros / loggedIn,
                live == 0 ? 0 : abandoned / (double) live,
                live,
                waits == 0 ? 0 : readyMicros / 1e6 / waits,
                connected == 0 ? 0 : dialled / (double) connected);
    }
}
