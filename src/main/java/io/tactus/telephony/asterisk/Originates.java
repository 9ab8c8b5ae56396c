package io.tactus.telephony.asterisk;

import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.Input;
import io.tactus.telephony.asterisk.ChannelIds.ChannelId;
import io.tactus.telephony.asterisk.ChannelIds.Customer;
import io.tactus.telephony.asterisk.ChannelIds.Leg;
import io.tactus.telephony.asterisk.PendingActions.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Originates under way, told by ActionID. An OriginateResponse's channel id must not be trusted: a refused duplicate carries the id of
 * the call that lives.
 */
final class Originates {
    private static final int TIMED_OUT = 3;
    private static final int NO_ANSWER = 19;
    private static final long SECOND = 1_000_000_000L;
    /** Hangup and OriginateResponse come in either order, a fraction of a millisecond apart. */
    private static final long HANGUP_FOLLOWS_WITHIN = SECOND;

    private final Channels channels;
    private final Translator translator;
    private final NodeThread thread;
    private final Consumer<Input> floor;
    private final Map<String, UnderWay> underWay = new HashMap<>();

    private record UnderWay(ChannelId id, DeadlineWheel.Deadline deadline) {}

    Originates(Channels channels, Translator translator, NodeThread thread, Consumer<Input> floor) {
        this.channels = channels;
        this.translator = translator;
        this.thread = thread;
        this.floor = floor;
    }

    /** An originate is about to be sent. */
    void begin(String actionId, ChannelId id, int ringMillis) {
        long now = thread.nanos();
        channels.getOrCreate(id, now).origin = actionId;
        // Beyond this nothing will come any more; whatever lives is known by its channel.
        long until = now + ringMillis * 1_000_000L + 30 * SECOND;
        underWay.put(actionId, new UnderWay(id, thread.wheel().at(until, () -> forget(actionId))));
    }

    /** The originate's own response, which says no more than that it was queued. */
    void replied(String actionId, Reply reply) {
        String reason = switch (reply) {
            case Reply.Done done -> "";
            case Reply.Refused refused -> "Asterisk refused the call: " + refused.message();
            case Reply.Lost lost -> lost.reason();
        };
        UnderWay found = underWay.get(actionId);
        if (!reason.isEmpty() && found != null && !seen(found.id())) {
            forget(actionId);
            fail(found.id(), reason, 0);
        }
    }

    /** The link is gone: whether the originates arrived is for the next reading to say. */
    void linkLost() {
        for (UnderWay one : underWay.values()) {
            one.deadline().cancel();
            if (!seen(one.id())) {
                channels.forget(one.id());
            }
        }
        underWay.clear();
    }

    void done(AmiEvent.OriginateDone event) {
        UnderWay found = underWay.remove(event.actionId());
        if (found == null) {
            return;
        }
        found.deadline().cancel();
        if (event.success() || channels.findEnded(found.id()).isPresent()) {
            return;
        }
        if (seen(found.id())) {
            thread.wheel().at(thread.nanos() + HANGUP_FOLLOWS_WITHIN, () -> hangupIsMissing(event, found.id()));
        } else {
            fail(
                    found.id(),
                    "Asterisk could not make the call: no such trunk or phone, or it is not reachable",
                    event.reason());
        }
    }

    private boolean seen(ChannelId id) {
        return channels.findEnded(id).isPresent()
                || channels.find(id).map(channel -> channel.seen).orElse(false);
    }

    private void forget(String actionId) {
        UnderWay gone = underWay.remove(actionId);
        if (gone != null) {
            gone.deadline().cancel();
            if (!seen(gone.id())) {
                channels.forget(gone.id());
            }
        }
    }

    /** The channel was there and the originate failed, but its Hangup was lost on the way. */
    private void hangupIsMissing(AmiEvent.OriginateDone event, ChannelId id) {
        Optional<ChannelMemory> channel = channels.find(id);
        if (channel.isPresent()
                && !channel.get().answered
                && channel.get().origin.equals(event.actionId())) {
            translator.ends(channel.get(), event.reason() == TIMED_OUT ? NO_ANSWER : 0);
        }
    }

    /** There never was a channel. */
    void fail(ChannelId id, String reason, int originateReason) {
        channels.forget(id);
        boolean timedOut = originateReason == TIMED_OUT;
        floor.accept(
                switch (id) {
                    case Customer customer ->
                        timedOut
                                ? new CallInput.Ended(customer.callId(), NO_ANSWER)
                                : new CallInput.OriginateFailed(customer.callId(), reason);
                    case Leg leg -> new AgentInput.LegEnded(leg.agentId(), leg.leg(), timedOut ? NO_ANSWER : 0);
                });
    }

    int size() {
        return underWay.size();
    }
}
