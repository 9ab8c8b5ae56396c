package io.tactus.floor;

import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Cell;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.QueueLimits;
import org.jspecify.annotations.Nullable;

/**
 * Those who call in and wait in a queue for an agent. A caller takes a free agent although calls may be on the way for that agent as long as the campaign's
 * account bears the risk, since its forecast counts with callers; else only an agent at whom no call is aimed. A person who was called and has answered
 * comes before every caller ({@link Aim#waitingFor}).
 */
final class Callers {
    private final FloorState state;
    private final CallFlow calls;

    Callers(FloorState state, CallFlow calls) {
        this.state = state;
        this.calls = calls;
    }

    void arrived(CallInput.Arrived input) {
        Campaign queue = state.campaigns.get(input.queueId());
        if (queue == null || queue.settings.mode() != DialMode.INBOUND || state.calls.containsKey(input.callId())) {
            state.refuse("call", input.callId(), "cannot come in: no such queue, or the call is here already");
            if (!state.calls.containsKey(input.callId())) {
                // It is durable, and still ends in exactly one outcome.
                state.emit(new TelephonyEffect.HangUp(input.callId(), input.node()));
                state.emit(new StoreEffect.CallEnded(
                        input.callId(), 0, 0, Outcome.FAILED, 0, "no such queue", false, 0, true, state.now));
            }
            return;
        }
        Call call = Call.from(input.callId(), queue.id, input.leadId(), input.node(), input.trunk(), state.now);
        state.occupyLine(call);
        Cell cell = queue.cell(call.node);
        cell.arrivals.arrived(state.now);
        call.detail = refusal(queue, cell);
        call.overflowDue = !call.detail.isEmpty();
        state.calls.put(call.id, call);
        cell.open.put(call.id, call);
        cell.unserved.put(call.id, call);
        calls.overflow.limit(call);
        state.announce(call);
        state.emit(new TelephonyEffect.Welcome(call.id, call.node));
    }

    /** Why the queue does not let the caller wait; empty when it does. */
    private static String refusal(Campaign queue, Cell cell) {
        QueueLimits limits = queue.settings.queue();
        int waiting =
                queue.cells().stream().mapToInt(each -> each.unserved.size()).sum();
        if (limits.mostWaiting() > 0 && waiting >= limits.mostWaiting()) {
            return "the queue was full";
        }
        boolean manned = cell.serving.stream().anyMatch(agent -> agent.state() != AgentState.LOGGED_OUT);
        return limits.needsAgents() && !manned ? "no agent of the queue was logged in" : "";
    }

    /** Gives those who wait the agents who may go, before calls are launched that count on these agents. */
    void serve() {
        for (Campaign queue : state.campaigns.values()) {
            if (queue.settings.mode() != DialMode.INBOUND) {
                continue;
            }
            for (Cell cell : queue.cells()) {
                serve(cell);
            }
        }
    }

    private void serve(Cell cell) {
        for (Call next = next(cell); next != null; next = next(cell)) {
            Agent agent = agentOf(cell);
            if (agent == null) {
                return;
            }
            calls.connect(next, agent);
        }
    }

    /** Who has waited longest among those who can be bridged; null when there is none. */
    private static @Nullable Call next(Cell cell) {
        for (Call call : cell.unserved.values()) {
            if (call.canBeServed() && !call.overflowDue) {
                return call;
            }
        }
        return null;
    }

    /** Who has been ready longest among those who may go; null when there is none. */
    private @Nullable Agent agentOf(Cell cell) {
        Agent best = null;
        for (Agent agent : cell.serving) {
            if (agent.state() == AgentState.READY
                    && (best == null || agent.sinceMicros() < best.sinceMicros())
                    && mayGo(agent)) {
                best = agent;
            }
        }
        return best;
    }

    private boolean mayGo(Agent agent) {
        Campaign campaign = state.campaigns.get(agent.aimedAt);
        if (campaign == null) {
            return true;
        }
        Cell cell = campaign.cell(agent.node);
        return Aim.spare(cell) > 0
                || campaign.settings.mode() == DialMode.PREDICTIVE
                        && !agent.going()
                        && campaign.bank.allowedRisk(new CellView(state, campaign, cell), 0) > 0;
    }
}
