package io.tactus.sim.pbx;

import io.tactus.sim.ledger.Facts;
import io.tactus.sim.time.Scheduler;
import io.tactus.sim.world.Carriers;
import io.tactus.sim.world.Fate;
import io.tactus.sim.world.Party;
import io.tactus.sim.world.Population;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Dials: from the originate to an answered channel in the dialplan, or to its failure. */
final class Originator {
    private static final int REASON_FAILED = 0;
    private static final int REASON_TIMED_OUT = 3;
    private static final int REASON_ANSWERED = 4;
    private static final int SIP_GIVEN_UP = 480;

    private final Scheduler scheduler;
    private final Channels channels;
    private final ChannelEvents events;
    private final Facts facts;
    private final Population population;
    private final Carriers carriers;
    private final AgentPhones phones;
    private final Consumer<Channel> answered;
    private final Consumer<Channel> gone;

    Originator(PbxParts parts, Consumer<Channel> answered, Consumer<Channel> gone) {
        this.scheduler = parts.scheduler();
        this.channels = parts.channels();
        this.events = parts.events();
        this.facts = parts.facts();
        this.population = parts.population();
        this.carriers = parts.carriers();
        this.phones = parts.phones();
        this.answered = answered;
        this.gone = gone;
    }

    /** Starts the dial; {@code done} hears whether it was answered. A channel id that still lives fails it at once. */
    void originate(OriginateRequest request, Consumer<Boolean> done) {
        var id = request.channelId().orElseGet(channels::nextUniqueId);
        if (channels.lives(id)) {
            facts.refusedDuplicate(id, request.number());
            events.originateResponse(request, "PJSIP/" + request.dialString(), id, false, REASON_FAILED);
            done.accept(false);
            return;
        }
        var peer = request.trunk().orElse(request.number());
        if (!phones.reachable(peer)) {
            // As for an endpoint without a registration, or one that does not exist: there never is a channel.
            events.originateResponse(request, "PJSIP/" + request.dialString(), id, false, REASON_FAILED);
            done.accept(false);
            return;
        }
        var channel = new Channel(channels.nextName(peer), id, request.number(), scheduler.nowNanos());
        var call = new Call(request, done);
        channel.call = call;
        channel.variables.putAll(request.variables());
        channels.add(channel);
        var fate = request.trunk()
                .map(trunk -> carriers.refuse(trunk).orElseGet(() -> population.fateOf(request.number())))
                .orElseGet(() -> population.findScripted(request.number()).orElseGet(phones::fate));
        facts.originated(id, channel.number, behaviour(fate));
        events.created(channel);
        channel.callerNumber = request.callerNumber();
        channel.callerName = request.callerName();
        channel.connectedNumber = request.callerNumber();
        channel.connectedName = request.callerName();
        events.dialBegun(channel, request.dialString());
        plan(call, request.timeout(), () -> giveUp(channel, call));
        switch (fate) {
            case Fate.Refused refused ->
                plan(call, refused.after(), () -> {
                    channel.hangupCause = refused.refusal().hangupCause();
                    channel.techCause = refused.refusal().sipStatus();
                    fail(channel, call, refused.refusal().dialStatus());
                });
            case Fate.RingsOut rings -> plan(call, rings.ringsAfter(), () -> ring(channel));
            case Fate.Answered answer -> {
                plan(call, answer.ringsAfter(), () -> ring(channel));
                plan(call, answer.answersAfter(), () -> answer(channel, call, answer.party()));
            }
        }
    }

    /** Ends a dial that is still under way, because a client asked for it. */
    void abandon(Channel channel, Call call, int cause) {
        channel.hangupCause = cause;
        call.cancelPlans();
        channel.call = null;
        events.originateResponse(
                call.request, "PJSIP/" + call.request.dialString(), channel.uniqueId, false, REASON_FAILED);
        events.dialEnded(channel, "NOANSWER");
        gone.accept(channel);
        call.done.accept(false);
    }

    /** A bridge has taken the channel away before the dial was over; seen on 22.10: the originate counts as failed. */
    void lose(Channel channel, Call call) {
        call.cancelPlans();
        channel.call = null;
        events.originateResponse(
                call.request, "PJSIP/" + call.request.dialString(), channel.uniqueId, false, REASON_FAILED);
        call.done.accept(false);
    }

    private void ring(Channel channel) {
        channel.state = ChannelState.RINGING;
        events.stateChanged(channel);
        events.dialState(channel, "RINGING");
        facts.noted(channel.uniqueId, channel.number, "ringing");
    }

    private void answer(Channel channel, Call call, Party party) {
        call.cancelPlans();
        channel.call = null;
        channel.party = party;
        channel.state = ChannelState.UP;
        channel.answeredNanos = scheduler.nowNanos();
        events.stateChanged(channel);
        events.dialEnded(channel, "ANSWER");
        facts.answered(channel.uniqueId, channel.number, channel.isAgentLeg());
        events.originateResponse(call.request, channel.name, channel.uniqueId, true, REASON_ANSWERED);
        call.done.accept(true);
        channel.context = call.request.context();
        answered.accept(channel);
    }

    private void fail(Channel channel, Call call, String dialStatus) {
        call.cancelPlans();
        channel.call = null;
        events.dialEnded(channel, dialStatus);
        events.originateResponse(
                call.request, "PJSIP/" + call.request.dialString(), channel.uniqueId, false, REASON_FAILED);
        gone.accept(channel);
        call.done.accept(false);
    }

    /** Asterisk sends no DialEnd when an originate times out; seen on 22.10. */
    private void giveUp(Channel channel, Call call) {
        call.cancelPlans();
        channel.call = null;
        channel.hangupCause = Causes.NO_ANSWER;
        channel.techCause = SIP_GIVEN_UP;
        events.originateResponse(
                call.request, "PJSIP/" + call.request.dialString(), channel.uniqueId, false, REASON_TIMED_OUT);
        gone.accept(channel);
        call.done.accept(false);
    }

    private void plan(Call call, Duration after, Runnable step) {
        call.planned.add(scheduler.after(after, step));
    }

    private static String behaviour(Fate fate) {
        return switch (fate) {
            case Fate.Refused refused -> refused.refusal().name().toLowerCase(Locale.ROOT);
            case Fate.RingsOut rings -> "ringout";
            case Fate.Answered answer ->
                switch (answer.party()) {
                    case Party.Person person -> "person";
                    case Party.Machine machine -> "machine";
                    case Party.AgentPhone phone -> "phone";
                };
        };
    }
}
