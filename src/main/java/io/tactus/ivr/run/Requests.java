package io.tactus.ivr.run;

import io.tactus.ivr.flow.Exit;
import io.tactus.ivr.flow.Node;
import io.tactus.ivr.flow.Node.Enqueue;
import io.tactus.ivr.flow.Node.LookUp;
import io.tactus.ivr.flow.Node.OfferCallback;
import io.tactus.ivr.flow.Node.Transfer;
import io.tactus.ivr.flow.Node.Voicemail;
import io.tactus.ivr.run.TraceEntry.Event;
import java.time.Duration;

/** Asks the world for something, waits for its answer, and goes on without one when that takes too long. */
final class Requests {
    /** For an answer that is on its way when its time is up. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int LONGEST_ADDRESS = 4_000;

    private final Position position;

    Requests(Position position) {
        this.position = position;
    }

    Step lookUp(LookUp node) {
        String url = position.variables.address(node.url());
        if (url.length() > LONGEST_ADDRESS) {
            position.trace(Event.REFUSED, "the address is too long");
            return new Step.Go("failed", node.failed());
        }
        int ticket = position.notes.ticket();
        return ask(ticket, new Effect.LookUp(position.id(), ticket, url, node.timeout()), node.timeout());
    }

    Step enqueue(Enqueue node) {
        position.trace(Event.QUEUED, node.queue());
        int ticket = position.notes.ticket();
        return ask(
                ticket,
                new Effect.Enqueue(position.id(), ticket, node.queue(), node.skills(), node.priority()),
                node.longest());
    }

    Step transfer(Transfer node) {
        int ticket = position.notes.ticket();
        return ask(
                ticket,
                new Effect.Transfer(position.id(), ticket, node.number(), node.ring()),
                node.ring().plus(GRACE));
    }

    Step promise(OfferCallback node) {
        String number = position.variables.get(node.number());
        if (number.isBlank()) {
            position.trace(Event.REFUSED, "no number");
            return new Step.Go("refused", node.refused());
        }
        int ticket = position.notes.ticket();
        return ask(ticket, new Effect.PromiseCallback(position.id(), ticket, node.queue(), number), GRACE);
    }

    Step takeVoicemail(Voicemail node) {
        int ticket = position.notes.ticket();
        return ask(
                ticket,
                new Effect.TakeVoicemail(position.id(), ticket, node.box(), node.most()),
                node.most().plus(GRACE));
    }

    private Step ask(int ticket, Effect effect, Duration longest) {
        position.notes.add(effect);
        position.startTimer(longest);
        position.stage = new Stage.Requesting(ticket);
        return Step.STAY;
    }

    Step lookedUp(Input.LookedUp answer) {
        if (!(position.node() instanceof LookUp node)) {
            return Step.STAY;
        }
        node.takes()
                .forEach((variable, field) ->
                        position.variables.set(variable, answer.fields().getOrDefault(field, "")));
        position.trace(Event.LOOKED_UP, String.join(", ", node.takes().keySet()));
        return new Step.Go("next", node.next());
    }

    Step fulfilled(int ticket) {
        return switch (position.node()) {
            case Enqueue enqueue -> {
                position.trace(Event.TAKEN, "");
                position.stage = new Stage.Talking(ticket);
                position.stopTimer();
                yield Step.STAY;
            }
            case Transfer transfer -> {
                position.trace(Event.TRANSFERRED, "");
                yield position.over();
            }
            case OfferCallback offer -> {
                position.trace(Event.PROMISED, offer.queue());
                yield new Step.Go("accepted", offer.accepted());
            }
            case Voicemail voicemail -> {
                position.trace(Event.MESSAGE, voicemail.box());
                yield new Step.Go("next", voicemail.next());
            }
            default -> Step.STAY;
        };
    }

    Step refused(String reason) {
        position.trace(Event.REFUSED, reason);
        return withoutAnswer(position.node());
    }

    /** The answer took too long. */
    Step timeUp(int ticket) {
        position.trace(Event.TIMED_OUT, "");
        position.notes.add(new Effect.Withdraw(position.id(), ticket));
        return switch (position.node()) {
            case Enqueue enqueue -> new Step.Go("overflow", enqueue.overflow());
            // The longest message is one as well.
            case Voicemail voicemail -> new Step.Go("next", voicemail.next());
            default -> withoutAnswer(position.node());
        };
    }

    private static Step withoutAnswer(Node node) {
        return switch (node) {
            case LookUp lookUp -> new Step.Go("failed", lookUp.failed());
            case Enqueue enqueue -> new Step.Go("refused", enqueue.refused());
            case Transfer transfer -> new Step.Go("failed", transfer.failed());
            case OfferCallback offer -> new Step.Go("refused", offer.refused());
            case Voicemail voicemail -> new Step.Go("failed", voicemail.failed());
            default -> Step.STAY;
        };
    }

    Step talkEnded() {
        position.trace(Event.TALK_ENDED, "");
        return position.node() instanceof Enqueue enqueue
                        && !enqueue.afterTalk().equals(Exit.NOWHERE)
                ? new Step.Go("afterTalk", enqueue.afterTalk())
                : position.hangUp(Event.ENDED, "");
    }
}
