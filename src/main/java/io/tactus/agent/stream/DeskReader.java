package io.tactus.agent.stream;

import io.tactus.agent.stream.DeskView.Call;
import io.tactus.agent.stream.DeskView.Me;
import io.tactus.dialing.DialingService;
import io.tactus.dialing.FloorCommands;
import io.tactus.floor.Floor;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Consultation;
import io.tactus.floor.model.Monitoring;
import io.tactus.platform.EngineClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What the floor knows of one agent at this moment. */
@ApplicationScoped
class DeskReader {
    private static final int MICROS_OF_A_MILLI = 1_000;
    private static final int MOST_PARKED = 20;
    private static final String CALLED = "CALLED";

    /** The agent's part of the floor. */
    record Present(
            Me me, Optional<Call> call, Optional<Heard> heard, Optional<Beside> beside, List<ParkedCall> parked) {}

    /** A customer who is parked. */
    record ParkedCall(long callId, long byAgentId, Instant since) {}

    /**
     * A colleague who calls this agent, is called, or speaks with this agent.
     *
     * @param callId the call about which they speak; 0 for none
     */
    record Beside(long agentId, boolean mine, String stage, long callId) {}

    /** Another agent to whom this one listens. */
    record Heard(long agentId, Monitoring how) {}

    private final DialingService dialing;
    private final FloorCommands commands;
    private final EngineClock clock;

    DeskReader(DialingService dialing, FloorCommands commands, EngineClock clock) {
        this.dialing = dialing;
        this.commands = commands;
        this.clock = clock;
    }

    /** The number of whom this agent calls outside. */
    String numberOfGuest(long agentId) {
        return commands.numberOfGuest(agentId);
    }

    /** Looks at the floor, on its own thread; waits for it. */
    Present read(DeskRows.Person person) throws InterruptedException, ExecutionException, TimeoutException {
        Instant now = clock.instant();
        if (!dialing.running()) {
            return absent(person, now);
        }
        return dialing.floor()
                .look(floor -> find(floor, person.id())
                        .map(agent -> present(floor, agent, person))
                        .orElseGet(() -> absent(person, now)))
                .get(5, TimeUnit.SECONDS);
    }

    private static Present absent(DeskRows.Person person, Instant now) {
        return new Present(
                new Me(
                        person.id(),
                        person.name(),
                        AgentState.LOGGED_OUT.name(),
                        now.truncatedTo(ChronoUnit.DAYS),
                        "",
                        false,
                        false,
                        person.phone(),
                        person.mobile(),
                        person.rungForEachCall(),
                        Agent.Leg.NONE.name()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Present present(Floor floor, Agent agent, DeskRows.Person person) {
        Me me = new Me(
                agent.id,
                person.name(),
                agent.state().name(),
                instant(agent.sinceMicros()),
                agent.state() == AgentState.PAUSED || agent.leaving ? agent.pauseCode : "",
                agent.leaving,
                agent.leavingForGood,
                person.phone(),
                person.mobile(),
                agent.onDemand,
                agent.leg.name());
        return new Present(
                me,
                agent.state().working() ? Optional.of(call(floor, agent)) : Optional.empty(),
                agent.monitors == 0 || agent.consultation != Consultation.NONE
                        ? Optional.empty()
                        : Optional.of(new Heard(agent.monitors, agent.monitoring)),
                beside(floor, agent),
                parked(floor, agent));
    }

    /** Those of the agent's campaigns, and those whom the agent parked, as far as the agent's phone can reach them; who waits longest first. */
    private static List<ParkedCall> parked(Floor floor, Agent agent) {
        return floor.openCalls().stream()
                .filter(call -> call.parkedById != 0 && call.stage() == CallStage.WAITING)
                .filter(call -> call.parkedById == agent.id || agent.campaigns.contains(call.campaignId))
                .filter(call -> call.node.equals(agent.node))
                .sorted(Comparator.comparingLong(io.tactus.floor.model.Call::sinceMicros))
                .limit(MOST_PARKED)
                .map(call -> new ParkedCall(call.id, call.parkedById, instant(call.sinceMicros())))
                .toList();
    }

    private static Optional<Beside> beside(Floor floor, Agent agent) {
        if (agent.calls != 0) {
            return Optional.of(new Beside(agent.calls, true, CALLED, 0));
        }
        if (agent.consultation != Consultation.NONE) {
            long callId = find(floor, agent.monitors).map(host -> host.callId).orElse(0L);
            return Optional.of(new Beside(agent.monitors, false, agent.consultation.name(), callId));
        }
        Optional<Agent> guest = find(floor, agent.guestId).filter(other -> other.isGuestOf(agent));
        if (guest.isPresent()) {
            return guest.map(other -> new Beside(other.id, true, other.consultation.name(), 0));
        }
        return floor.agents().stream()
                .filter(other -> other.calls == agent.id)
                .findFirst()
                .map(other -> new Beside(other.id, false, CALLED, 0));
    }

    private static Optional<Agent> find(Floor floor, long id) {
        return floor.agents().stream().filter(agent -> agent.id == id).findFirst();
    }

    private static Call call(Floor floor, Agent agent) {
        Optional<io.tactus.floor.model.Call> open = floor.openCalls().stream()
                .filter(call -> call.id == agent.callId && agent.state() != AgentState.WRAP_UP)
                .findFirst();
        boolean disposed = agent.disposedCallId == agent.callId;
        Instant wrapUpUntil = agent.state() == AgentState.WRAP_UP ? moment(agent.wrapUpUntilMicros) : null;
        if (open.isEmpty()) {
            return new Call(
                    agent.callId,
                    agent.workedFor,
                    "OVER",
                    false,
                    "NONE",
                    "OFF",
                    null,
                    null,
                    null,
                    wrapUpUntil,
                    disposed);
        }
        io.tactus.floor.model.Call call = open.get();
        boolean preview = call.stage() == CallStage.RESERVED && !call.gateAsked;
        return new Call(
                call.id,
                call.campaignId,
                call.stage().name(),
                preview,
                call.talk.step.name(),
                call.talk.tape.name(),
                moment(call.connectedMicros),
                call.stage() == CallStage.HELD ? instant(call.sinceMicros()) : null,
                preview ? previewUntil(floor, call) : null,
                wrapUpUntil,
                disposed);
    }

    private static @Nullable Instant previewUntil(Floor floor, io.tactus.floor.model.Call call) {
        long limit = floor.campaigns().stream()
                .filter(campaign -> campaign.id == call.campaignId)
                .mapToLong((Campaign campaign) -> campaign.settings.previewMillis())
                .findFirst()
                .orElse(0);
        return limit == 0 ? null : instant(call.launchedMicros + limit * MICROS_OF_A_MILLI);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static @Nullable Instant moment(long micros) {
        return micros == 0 ? null : instant(micros);
    }
}
