package io.tactus.dialing;

import io.tactus.dialing.store.DialingStore;
import io.tactus.dialing.store.GateStore;
import io.tactus.dialing.store.GateStore.Request;
import io.tactus.dialing.store.GateStore.Verdict;
import io.tactus.dialing.store.Lease;
import io.tactus.floor.effect.StoreEffect.RunGate;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.Input;
import io.tactus.platform.EngineClock;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lets calls through the gate, many with one commit. */
final class GateWorker extends StoreWorker<RunGate> {
    private final DialingStore store;
    private final CallBook calls;
    private final Consumer<Input> floor;
    private final EngineClock clock;
    private final Lease lease;
    private final Function<String, String> nodeOfTrunk;

    /** Calls of the present batch whose verdict the floor knows: a batch that fails in a later part is judged anew as a whole. */
    private final Set<Long> told = new HashSet<>();

    GateWorker(
            DialingStore store,
            CallBook calls,
            Consumer<Input> floor,
            EngineClock clock,
            Lease lease,
            Function<String, String> nodeOfTrunk,
            StoreHealth health) {
        super("gate", 20_000, 200, health);
        this.store = store;
        this.calls = calls;
        this.floor = floor;
        this.clock = clock;
        this.lease = lease;
        this.nodeOfTrunk = nodeOfTrunk;
    }

    @Override
    void write(List<RunGate> batch, boolean again) throws SQLException {
        if (!again) {
            told.clear();
        }
        List<RunGate> rest = batch;
        while (!rest.isEmpty()) {
            List<RunGate> later = new ArrayList<>();
            List<Request> now = new ArrayList<>();
            Set<String> numbers = new HashSet<>();
            for (RunGate gate : rest) {
                // The same number twice in one batch: the caps on attempts must see the first before they judge the
                // second.
                if (numbers.add(calls.findNumber(gate.callId()).orElse(""))) {
                    now.add(new Request(
                            gate.callId(),
                            gate.leadId(),
                            nodeOfTrunk.apply(gate.trunk()),
                            gate.trunk(),
                            gate.agentId()));
                } else {
                    later.add(gate);
                }
            }
            judge(now, again);
            rest = later;
        }
    }

    private void judge(List<Request> requests, boolean again) throws SQLException {
        Set<Long> unanswered = new HashSet<>();
        requests.forEach(request -> unanswered.add(request.callId()));
        for (Verdict verdict : store.judge(requests, lease, clock.instant())) {
            unanswered.remove(verdict.callId());
            if (told.contains(verdict.callId())) {
                continue;
            }
            if (verdict.passed()) {
                calls.put(verdict.callId(), verdict.number());
                // What passed before, in a try whose answer was lost, was not yet told to the floor; without such a try
                // it was.
                if (verdict.rule().equals(GateStore.PASS) || again) {
                    tell(new CallInput.GatePassed(verdict.callId()));
                }
            } else {
                calls.remove(verdict.callId());
                tell(new CallInput.GateRefused(verdict.callId(), verdict.rule()));
            }
        }
        unanswered.removeAll(told);
        for (long callId : unanswered) {
            calls.remove(callId);
            tell(new CallInput.GateRefused(callId, "LEAD_DELETED"));
        }
    }

    private void tell(CallInput verdict) {
        told.add(verdict.callId());
        floor.accept(verdict);
    }
}
