package io.tactus.lab;

import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.model.AgentState;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** Reads from the floor's effects who waited how long, who gave up, and how much longer than the talk a call keeps its agent. */
final class ErlangWatch implements ObjLongConsumer<Effect> {
    private final long fromMicros;
    private final long toMicros;
    private final Map<Long, Long> waiting = new HashMap<>();
    private final Map<Long, Long> given = new HashMap<>();
    private final Map<Long, Long> talkEnded = new HashMap<>();
    private long callers;
    private long waited;
    private long gaveUp;
    private double waitMicros;
    private long connected;
    private double connectMicros;
    private long freed;
    private double freeMicros;

    /** Counts who comes in this time. */
    ErlangWatch(long fromMicros, long toMicros) {
        this.fromMicros = fromMicros;
        this.toMicros = toMicros;
    }

    @Override
    public void accept(Effect effect, long now) {
        switch (effect) {
            case TelephonyEffect.Welcome welcome -> waiting.put(welcome.callId(), now);
            case TelephonyEffect.Bridge bridge -> {
                waits(bridge.callId(), now, false);
                given.put(bridge.callId(), now);
            }
            case StoreEffect.CallConnected call -> {
                Long decided = given.remove(call.callId());
                if (decided != null) {
                    connectMicros += now - decided;
                    connected++;
                }
            }
            case StoreEffect.CallEnded call -> {
                waits(call.callId(), now, true);
                given.remove(call.callId());
                talkEnded.put(call.agentId(), now);
            }
            case StoreEffect.AgentChanged agent -> {
                Long ended = agent.state() == AgentState.READY ? talkEnded.remove(agent.agentId()) : null;
                if (ended != null) {
                    freeMicros += now - ended;
                    freed++;
                }
            }
            default -> {
                // Nothing to count.
            }
        }
    }

    private void waits(long id, long now, boolean inVain) {
        Long since = waiting.remove(id);
        if (since != null && since >= fromMicros && since < toMicros) {
            callers++;
            waited += now > since ? 1 : 0;
            gaveUp += inVain ? 1 : 0;
            waitMicros += now - since;
        }
    }

    long callers() {
        return callers;
    }

    /** Share of the callers who found no free agent. */
    double waitProbability() {
        return waited / (double) callers;
    }

    double meanWaitSeconds() {
        return waitMicros / 1e6 / callers;
    }

    /** Share of the callers who hung up before they had an agent. */
    double abandonment() {
        return gaveUp / (double) callers;
    }

    /** From the decision to the bridge, and from the end of the talk until the agent is free again, in seconds. */
    double connectSeconds() {
        return (connectMicros / connected + freeMicros / freed) / 1e6;
    }

    /** Calls that came in the time that counts, and neither ended nor got an agent. */
    long unresolved() {
        return waiting.values().stream()
                .filter(since -> since >= fromMicros && since < toMicros)
                .count();
    }
}
