package io.tactus.dialing;

import io.tactus.dialing.promise.LeadPromises;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.model.Agent;
import io.tactus.telephony.AgentPhone;
import io.tactus.telephony.InputSink;
import io.tactus.telephony.OriginateRequest;
import io.tactus.telephony.Telephony;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Brings each effect to whoever carries it out, and adds what only the shell knows: numbers, caller ids, prompts, phones. */
final class EffectRouter implements EffectListener {
    private static final Logger LOG = Logger.getLogger(EffectRouter.class);

    private final Telephony telephony;
    private final CampaignBook campaigns;
    private final CallBook calls;
    private final LeadPromises promises;
    private final HopperWorker hopper;
    private final GateWorker gate;
    private final OutcomeWriter outcomes;
    private final InputSink floor;
    private final int voicemailSeconds;
    private final Map<Long, AgentPhone> phones = new ConcurrentHashMap<>();
    /** Whom agents call outside, by agent. */
    private final Map<Long, AgentPhone> guests = new ConcurrentHashMap<>();

    EffectRouter(
            Telephony telephony,
            CampaignBook campaigns,
            CallBook calls,
            LeadPromises promises,
            HopperWorker hopper,
            GateWorker gate,
            OutcomeWriter outcomes,
            InputSink floor,
            int voicemailSeconds) {
        this.telephony = telephony;
        this.campaigns = campaigns;
        this.calls = calls;
        this.promises = promises;
        this.hopper = hopper;
        this.gate = gate;
        this.outcomes = outcomes;
        this.floor = floor;
        this.voicemailSeconds = voicemailSeconds;
    }

    /** Notes the phone of an agent, before the agent's log-in reaches the floor. */
    void phone(long agentId, AgentPhone phone) {
        phones.put(agentId, phone);
    }

    /** Notes whom an agent calls outside, before the call reaches the floor. */
    void guest(long agentId, AgentPhone phone) {
        guests.put(agentId, phone);
    }

    private AgentPhone phoneOf(long agentId) {
        AgentPhone phone = Agent.isGuest(agentId) ? guests.get(Agent.hostOf(agentId)) : phones.get(agentId);
        return phone == null ? AgentPhone.at("") : phone;
    }

    /** The number of somebody outside whom this agent calls, or has called last; empty for nobody. */
    String numberOfGuest(long agentId) {
        AgentPhone guest = guests.get(agentId);
        return guest == null ? "" : guest.number();
    }

    @Override
    public void on(Effect effect) {
        switch (effect) {
            case TelephonyEffect command -> telephony(command);
            case StoreEffect.RequestLeads request -> hopper.add(request);
            case StoreEffect.ReleaseLead release -> hopper.add(release);
            case StoreEffect.RunGate run -> gate.add(run);
            case StoreEffect.CallEnded ended -> {
                calls.findLead(ended.callId())
                        .filter(lead -> ended.outcome().tellsOfPeople())
                        .ifPresent(lead -> promises.learn(ended.campaignId(), lead, ended.live()));
                calls.remove(ended.callId());
                outcomes.add(ended);
            }
            case StoreEffect.Learnt learnt -> {
                // Kept by CampaignMemories, off the way of what dialling waits for.
            }
            case StoreEffect fact -> outcomes.add(fact);
            case NewsEffect.Anomaly anomaly -> LOG.infof("%s %d: %s", anomaly.subject(), anomaly.id(), anomaly.what());
            case NewsEffect news -> {
                // For screens and metrics.
            }
        }
    }

    private void telephony(TelephonyEffect effect) {
        switch (effect) {
            case TelephonyEffect.Originate originate -> originate(originate);
            case TelephonyEffect.Welcome welcome -> telephony.welcome(welcome.callId(), welcome.node());
            case TelephonyEffect.Bridge b -> telephony.bridge(b.callId(), b.agentId(), b.leg(), b.node());
            case TelephonyEffect.Hold hold -> telephony.hold(hold.callId(), hold.node());
            case TelephonyEffect.HandOver handOver -> handOver(handOver);
            case TelephonyEffect.Record r -> telephony.record(r.callId(), r.node(), r.recording(), r.take());
            case TelephonyEffect.Play play -> play(play);
            case TelephonyEffect.RecordVoicemail record -> {
                Optional<CampaignBook.Entry> campaign = campaigns.find(record.campaignId());
                telephony.recordVoicemail(
                        record.callId(),
                        record.node(),
                        campaign.map(CampaignBook.Entry::greeting).orElse(""),
                        voicemailSeconds);
            }
            case TelephonyEffect.HangUp hangUp -> telephony.hangUp(hangUp.callId(), hangUp.node());
            case TelephonyEffect.ConnectLeg connect ->
                telephony.connectLeg(connect.agentId(), connect.leg(), connect.node(), phoneOf(connect.agentId()));
            case TelephonyEffect.DropLeg drop -> telephony.dropLeg(drop.agentId(), drop.leg(), drop.node());
            case TelephonyEffect.Monitor monitor -> telephony.monitor(monitor);
            case TelephonyEffect.ParkLeg park -> telephony.parkLeg(park.agentId(), park.leg(), park.node());
            case TelephonyEffect.ReadChannels read -> telephony.readChannels(read.node());
        }
    }

    private void originate(TelephonyEffect.Originate originate) {
        Optional<String> number = calls.findNumber(originate.callId());
        Optional<CampaignBook.Entry> campaign = campaigns.find(originate.campaignId());
        if (number.isEmpty() || campaign.isEmpty()) {
            floor.offer(new CallInput.OriginateFailed(originate.callId(), "the number of the call is not known"));
            return;
        }
        telephony.originate(new OriginateRequest(
                originate.callId(),
                originate.node(),
                originate.trunk(),
                number.get(),
                campaign.get().callerId(),
                originate.ringTimeoutMillis(),
                originate.machineDetection() ? campaign.get().amdParameters() : OriginateRequest.NO_DETECTION));
    }

    private void handOver(TelephonyEffect.HandOver handOver) {
        calls.findOutside(handOver.callId())
                .ifPresentOrElse(
                        number -> telephony.handOver(handOver.callId(), handOver.node(), handOver.trunk(), number),
                        () -> floor.offer(
                                new CallInput.MoveFailed(handOver.callId(), "the outside number is not known")));
    }

    private void play(TelephonyEffect.Play play) {
        Optional<CampaignBook.Entry> campaign = campaigns.find(play.campaignId());
        boolean drop = play.prompt() == TelephonyEffect.Prompt.VOICEMAIL_DROP;
        String sound = campaign.map(c -> drop ? c.drop() : c.message()).orElse("");
        telephony.play(play.callId(), play.node(), sound, drop);
    }
}
