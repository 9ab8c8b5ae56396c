package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.dialing.FloorRuntime;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.Input;
import io.tactus.floor.input.NetworkInput.TrunkConfigured;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.MachineAction;
import io.tactus.floor.model.Means;
import io.tactus.floor.model.OverflowAction;
import io.tactus.floor.model.ReservedLead;
import io.tactus.platform.EngineClock;
import io.tactus.telephony.AgentPhone;
import io.tactus.telephony.OriginateRequest;
import io.tactus.telephony.Telephony;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The engine's own floor at work on an Asterisk under test. Its gate lets every call pass, its leads are those that the test gives; there is no
 * database. One campaign, progressive, whose calls without an agent are hung up.
 */
final class LivingFloor implements AutoCloseable {
    static final Duration BUDGET = Duration.ofSeconds(2);
    private static final long CAMPAIGN = 1;

    private final FloorRuntime runtime = new FloorRuntime(EngineClock.realTime(), line -> {});
    private final Telephony telephony;
    private final String node;
    private final Map<Long, String> numbers = new ConcurrentHashMap<>();
    private final Map<Long, String> phones = new ConcurrentHashMap<>();
    private final List<Effect> effects = new CopyOnWriteArrayList<>();

    LivingFloor(Telephony telephony, String node) {
        this.telephony = telephony;
        this.node = node;
        runtime.listen(this::carryOut);
        runtime.start();
        runtime.put(new TrunkConfigured("carrier", node, 10, 10));
        runtime.put(new CampaignInput.Configured(
                CAMPAIGN,
                new CampaignSettings(
                        DialMode.PROGRESSIVE,
                        1,
                        1,
                        1,
                        15_000,
                        (int) BUDGET.toMillis(),
                        false,
                        MachineAction.HANG_UP,
                        OverflowAction.HANG_UP,
                        300,
                        0,
                        false,
                        Means.NONE,
                        10)));
        runtime.put(new CampaignInput.Commanded(CAMPAIGN, CampaignInput.Command.START));
    }

    /** What the adapter tells; goes to the floor as it is. */
    void hear(Input input) {
        assertThat(runtime.offer(input)).isTrue();
    }

    /** An agent who wants calls. */
    void agent(long id, String phone, boolean onDemand) {
        phones.put(id, phone);
        runtime.put(new AgentInput.LoggedIn(id, List.of(CAMPAIGN), node, onDemand));
        runtime.put(new AgentInput.WantsReady(id));
    }

    /** Dials this number as soon as an agent is free. */
    void lead(long call, String number) {
        numbers.put(call, number);
        runtime.put(new CampaignInput.LeadsReserved(CAMPAIGN, List.of(new ReservedLead(call, call, 1)), false));
    }

    void tell(Input input) {
        runtime.put(input);
    }

    /** State and leg of the agent, in a word each, and the pause code if there is one. */
    String agentIs(long id) {
        return runtime.look(floor -> floor.agents().stream()
                        .filter(agent -> agent.id == id)
                        .findFirst()
                        .map(LivingFloor::words)
                        .orElse("unknown"))
                .join();
    }

    private static String words(Agent agent) {
        String code = agent.state().name().equals("PAUSED") ? " " + agent.pauseCode : "";
        return agent.state() + code + ", leg " + agent.leg;
    }

    void awaitAgent(long id, String words) {
        await().atMost(FloorRecorder.PATIENCE)
                .untilAsserted(() -> assertThat(agentIs(id)).isEqualTo(words));
    }

    StoreEffect.CallConnected awaitConnected(long call) {
        return await().atMost(FloorRecorder.PATIENCE)
                .until(
                        () -> all(StoreEffect.CallConnected.class).stream()
                                .filter(connected -> connected.callId() == call)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    StoreEffect.CallEnded awaitEnd(long call) {
        return await().atMost(FloorRecorder.PATIENCE)
                .until(
                        () -> all(StoreEffect.CallEnded.class).stream()
                                .filter(ended -> ended.callId() == call)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    <T extends Effect> List<T> all(Class<T> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void carryOut(Effect effect) {
        effects.add(effect);
        switch (effect) {
            case StoreEffect.RunGate gate -> runtime.offer(new CallInput.GatePassed(gate.callId()));
            case TelephonyEffect.Originate o ->
                telephony.originate(new OriginateRequest(
                        o.callId(),
                        o.node(),
                        o.trunk(),
                        numbers.get(o.callId()),
                        "",
                        o.ringTimeoutMillis(),
                        OriginateRequest.NO_DETECTION));
            case TelephonyEffect.Bridge b -> telephony.bridge(b.callId(), b.agentId(), b.leg(), b.node());
            case TelephonyEffect.HangUp h -> telephony.hangUp(h.callId(), h.node());
            case TelephonyEffect.ConnectLeg c ->
                telephony.connectLeg(c.agentId(), c.leg(), c.node(), AgentPhone.at(phones.get(c.agentId())));
            case TelephonyEffect.DropLeg d -> telephony.dropLeg(d.agentId(), d.leg(), d.node());
            case TelephonyEffect.Monitor monitor -> telephony.monitor(monitor);
            case TelephonyEffect.ParkLeg p -> telephony.parkLeg(p.agentId(), p.leg(), p.node());
            case TelephonyEffect.ReadChannels read -> telephony.readChannels(read.node());
            default -> {
                // For the database and the screens.
            }
        }
    }

    @Override
    public void close() {
        runtime.close();
    }
}
