package io.tactus.floor;

import io.tactus.floor.model.Agent;
import io.tactus.floor.model.Agent.Leg;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.Consultation;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside whom an agent calls about the customer on the line. A guest is a colleague for as long: on the floor as an agent who serves nobody, with a
 * leg over a trunk, who says yes by picking up. One to each agent; no screen, no row and no count knows them.
 */
final class Guests {
    private final FloorState state;
    private final AgentFlow agents;
    /** Serials fit beside an agent's id, and begin anew after days. */
    private static final int SERIALS = 1 << 20;

    private int lastSerial;

    Guests(FloorState state, AgentFlow agents) {
        this.state = state;
        this.agents = agents;
    }

    /** Rings the guest; null when there is no line. */
    @Nullable
    Agent invite(Agent host, String trunk) {
        // As legs: a restart must not bring a serial back.
        int serial = Math.max(lastSerial + 1, 1 + (int) (state.now / FloorState.SECOND % SERIALS));
        Agent guest = new Agent(Agent.guestId(host.id, serial));
        guest.node = host.node;
        guest.trunk = trunk;
        if (trunk.isEmpty() || !agents.legs.connectNow(guest)) {
            return null;
        }
        lastSerial = serial;
        state.agents.put(guest.id, guest);
        state.move(guest, AgentState.LEG_CONNECTING);
        return guest;
    }

    /** The guest has picked up, which is a yes. */
    void stands(Agent guest) {
        state.move(guest, AgentState.PAUSED);
        agents.consultations.calls.accept(guest, guest.hostId());
        if (guest.consultation == Consultation.NONE) {
            leave(guest);
        }
    }

    /** The guest goes, or is gone: whoever spoke with him, or was about to give him a customer, goes on without. */
    void leave(Agent guest) {
        if (!state.agents.remove(guest.id, guest)) {
            return;
        }
        Agent host = state.agents.get(guest.hostId());
        Call call = host == null ? null : state.calls.get(host.callId);
        if (call != null && call.talk.heirId == guest.id) {
            agents.conversation().transfers.guestLost(call);
        }
        agents.legs.drop(guest);
        state.move(guest, AgentState.LOGGED_OUT);
    }

    /** The guest has the customer: leg and line belong to the call from now on. @return the trunk of the line; empty for none */
    String goesWithCustomer(Agent guest) {
        state.agents.remove(guest.id);
        agents.legs.supervision.over(guest);
        guest.legIs(Leg.NONE, state.now);
        state.move(guest, AgentState.LOGGED_OUT);
        return guest.holdsLine ? guest.trunk : "";
    }
}
