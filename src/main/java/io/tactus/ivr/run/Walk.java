package io.tactus.ivr.run;

import io.tactus.ivr.flow.Exit;
import io.tactus.ivr.flow.Flow;
import io.tactus.ivr.flow.Node;
import io.tactus.ivr.flow.Phrase;
import io.tactus.ivr.run.TraceEntry.Event;
import java.util.List;
import java.util.Optional;

/**
 * One caller's walk through a flow. Not safe for use by several threads. In a flow without findings a caller who does nothing passes each node
 * once at most; in any flow a walk ends after {@value #MOST_PASSED} nodes or keys. Whatever it waits for, a talk apart, a timer runs.
 */
public final class Walk {
    /** Nodes, and keys, after which a call is ended whatever the flow says: somebody leans on a key. */
    public static final int MOST_PASSED = 1_000;

    private final Position position;
    private final Requests requests;
    private final Questions questions;
    private int passed;
    private int keys;

    /** A walk that begins with {@link Input.Started}. */
    public Walk(Flow flow) {
        position = new Position(flow);
        requests = new Requests(position);
        questions = new Questions(position, requests);
    }

    /** Whether nothing more will come of it. */
    public boolean isOver() {
        return position.stage instanceof Stage.Over;
    }

    /** Id of the node where the caller is; empty before the first. */
    public String node() {
        return position.id();
    }

    /** Takes what happened; what does not fit where the caller is, a late answer for example, comes to nothing. */
    public Turn apply(Input input) {
        position.notes.begin(input.at());
        Step step = on(input);
        while (step instanceof Step.Go go) {
            step = enter(go);
        }
        return position.notes.turn();
    }

    private Step on(Input input) {
        if (isOver()) {
            return Step.STAY;
        }
        return switch (input) {
            case Input.Started started -> position.stage instanceof Stage.Before ? start(started) : Step.STAY;
            case Input.HungUp hungUp -> {
                position.trace(Event.HUNG_UP, "");
                yield position.over();
            }
            case Input.Digit digit -> key(digit.key());
            case Input.PlayEnded ended -> playEnded(ended.ticket());
            case Input.TimeUp timeUp -> position.isTimer(timeUp.ticket()) ? timeUp() : Step.STAY;
            case Input.LookedUp answer -> isAsked(answer.ticket()) ? requests.lookedUp(answer) : Step.STAY;
            case Input.Fulfilled answer -> isAsked(answer.ticket()) ? requests.fulfilled(answer.ticket()) : Step.STAY;
            case Input.Refused answer -> isAsked(answer.ticket()) ? requests.refused(answer.reason()) : Step.STAY;
            case Input.TalkEnded ended ->
                position.stage.equals(new Stage.Talking(ended.ticket())) ? requests.talkEnded() : Step.STAY;
        };
    }

    private boolean isAsked(int ticket) {
        return position.stage.equals(new Stage.Requesting(ticket));
    }

    private Step start(Input.Started started) {
        position.flow
                .data()
                .forEach(name -> position.variables.set(name, started.data().getOrDefault(name, "")));
        position.variables.set(Flow.CALLER, started.caller());
        position.variables.set(Flow.DID, started.did());
        position.variables.set(Flow.LANGUAGE, position.flow.language());
        position.trace(Event.STARTED, "");
        return new Step.Go("start", position.flow.start());
    }

    private Step enter(Step.Go go) {
        Optional<Node> found = position.flow.find(go.to());
        if (found.isEmpty()) {
            String where = go.to().equals(Exit.NOWHERE) ? "nowhere" : "to " + go.to() + ", which there is not";
            return position.hangUp(Event.LOST, go.exit() + " leads " + where);
        }
        if (++passed > MOST_PASSED) {
            return position.hangUp(Event.TOO_LONG, MOST_PASSED + " nodes were passed");
        }
        position.moveTo(go.to(), found.get());
        return switch (found.get()) {
            case Node.Say say -> say(say.says());
            case Node.Voicemail voicemail -> say(voicemail.says());
            case Node.Menu menu -> questions.ask(menu.question());
            case Node.Collect collect -> questions.ask(collect.question());
            case Node.OfferCallback offer -> questions.ask(offer.question());
            case Node.Survey survey -> questions.ask(survey.question());
            case Node.Condition condition -> decide(condition);
            case Node.SetVariable set -> {
                position.variables.set(set.variable(), position.variables.text(set.value()));
                position.trace(Event.SET, set.variable());
                yield new Step.Go("next", set.next());
            }
            case Node.LookUp lookUp -> requests.lookUp(lookUp);
            case Node.Enqueue enqueue -> requests.enqueue(enqueue);
            case Node.Transfer transfer -> requests.transfer(transfer);
            case Node.HangUp hangUp -> position.hangUp(Event.ENDED, "");
        };
    }

    private Step decide(Node.Condition condition) {
        boolean holds = Criteria.holds(condition.criterion(), position.flow, position.variables, position.notes.now());
        position.trace(Event.DECIDED, holds ? "yes" : "no");
        return holds ? new Step.Go("yes", condition.yes()) : new Step.Go("no", condition.no());
    }

    private Step say(List<Phrase> says) {
        Optional<Integer> play = position.play(says);
        if (play.isEmpty()) {
            return said();
        }
        position.stage = new Stage.Saying(play.get());
        return Step.STAY;
    }

    private Step said() {
        return switch (position.node()) {
            case Node.Say say -> new Step.Go("next", say.next());
            case Node.Voicemail voicemail -> requests.takeVoicemail(voicemail);
            default -> Step.STAY;
        };
    }

    private Step playEnded(int ticket) {
        return switch (position.stage) {
            case Stage.Saying saying
            when saying.play() == ticket -> {
                position.trace(Event.SAID, "");
                yield said();
            }
            case Stage.Inviting inviting
            when inviting.play() == ticket -> {
                position.trace(Event.SAID, "");
                yield questions.said(inviting);
            }
            default -> Step.STAY;
        };
    }

    private Step key(char key) {
        boolean isKey = key >= '0' && key <= '9' || key == '*' || key == '#';
        boolean isAsked = position.stage instanceof Stage.Inviting || position.stage instanceof Stage.Listening;
        if (!isKey || !isAsked) {
            return Step.STAY;
        }
        if (++keys > MOST_PASSED) {
            return position.hangUp(Event.TOO_LONG, MOST_PASSED + " keys were pressed");
        }
        return switch (position.stage) {
            case Stage.Inviting inviting -> questions.key(inviting, key);
            case Stage.Listening listening -> questions.key(listening, key);
            default -> Step.STAY;
        };
    }

    private Step timeUp() {
        return switch (position.stage) {
            case Stage.Saying saying -> {
                stopPlaying(saying.play());
                yield said();
            }
            case Stage.Inviting inviting -> {
                stopPlaying(inviting.play());
                yield questions.said(inviting);
            }
            case Stage.Listening listening -> questions.silence(listening);
            case Stage.Requesting requesting -> requests.timeUp(requesting.ticket());
            case Stage.Before before -> Step.STAY;
            case Stage.Talking talking -> Step.STAY;
            case Stage.Over over -> Step.STAY;
        };
    }

    private void stopPlaying(int play) {
        position.trace(Event.TIMED_OUT, "");
        position.notes.add(new Effect.StopPlaying(position.id(), play));
    }
}
