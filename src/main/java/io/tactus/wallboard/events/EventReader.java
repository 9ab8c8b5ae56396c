package io.tactus.wallboard.events;

import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.wallboard.events.FloorEvent.Numbered;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads events out of the floor's effects and numbers them; on the floor's thread only, save for {@link #last}. */
final class EventReader {
    private volatile long last;

    /** The number of the latest event; 0 before the first. */
    long last() {
        return last;
    }

    /** The event in this effect, if others are told of it. */
    Optional<Numbered> read(Effect effect) {
        return switch (effect) {
            case NewsEffect.CallMoved m -> moved(m);
            case NewsEffect.Overflowed o ->
                next(
                        o.atMicros(),
                        new FloorEvent.CallOverflow(
                                o.callId(), o.campaignId(), o.action().name()));
            case StoreEffect.CallEnded e ->
                next(
                        e.atMicros(),
                        new FloorEvent.CallEnded(
                                e.callId(),
                                e.campaignId(),
                                e.leadId(),
                                e.agentId(),
                                e.outcome().name(),
                                e.cause(),
                                e.live()));
            case StoreEffect.AgentChanged a ->
                next(
                        a.atMicros(),
                        new FloorEvent.AgentChanged(
                                a.agentId(), a.state().name(), a.code(), a.callId(), a.campaignId()));
            case StoreEffect.CampaignChanged c ->
                next(
                        c.atMicros(),
                        new FloorEvent.CampaignChanged(c.campaignId(), c.state().name(), c.reason()));
            case NewsEffect.Paced p ->
                next(
                        p.atMicros(),
                        new FloorEvent.Paced(
                                p.campaignId(),
                                p.node(),
                                p.launched(),
                                p.released(),
                                p.reason(),
                                p.freeAgents(),
                                p.inFlight(),
                                p.waiting(),
                                p.liveAnswers(),
                                p.abandoned(),
                                p.why(),
                                p.shadow()));
            case NewsEffect.NodeChanged n ->
                next(n.atMicros(), new FloorEvent.NodeChanged(n.up() ? "node.up" : "node.down", n.node(), n.reason()));
            case NewsEffect.DialingChanged d ->
                next(
                        d.atMicros(),
                        new FloorEvent.DiallingChanged(
                                d.blocked().isEmpty() ? "dialling.unblocked" : "dialling.blocked", d.blocked()));
            default -> Optional.empty();
        };
    }

    private Optional<Numbered> moved(NewsEffect.CallMoved moved) {
        Optional<String> type = switch (moved.stage()) {
            case DIALLING -> Optional.of("call.launched");
            case RINGING -> Optional.of("call.ringing");
            case ANSWERED -> Optional.of("call.answered");
            case CONNECTED -> Optional.of("call.connected");
            // Steps between these, or an end that CallEnded tells with its outcome.
            default -> Optional.empty();
        };
        return type.flatMap(word -> next(
                moved.atMicros(), new FloorEvent.CallMoved(word, moved.callId(), moved.campaignId(), moved.agentId())));
    }

    private Optional<Numbered> next(long atMicros, FloorEvent event) {
        long number = last + 1;
        last = number;
        return Optional.of(new Numbered(number, event.type(), Instant.EPOCH.plus(atMicros, ChronoUnit.MICROS), event));
    }
}
