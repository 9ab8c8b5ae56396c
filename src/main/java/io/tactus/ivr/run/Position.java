package io.tactus.ivr.run;

import io.tactus.ivr.flow.Flow;
import io.tactus.ivr.flow.Node;
import io.tactus.ivr.flow.Phrase;
import io.tactus.ivr.run.TraceEntry.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a walk is, what it waits for and what it knows. */
final class Position {
    /** The floor ends a prompt after two minutes; what is said at once is rarely more than some of them. */
    private static final Duration LONGEST_PLAY = Duration.ofMinutes(10);

    private static final int NO_TIMER = 0;

    final Flow flow;
    final Variables variables = new Variables();
    final Notes notes = new Notes();
    Stage stage = new Stage.Before();
    private String id = "";
    private Node node = new Node.HangUp();
    private int timer = NO_TIMER;

    Position(Flow flow) {
        this.flow = flow;
    }

    String id() {
        return id;
    }

    Node node() {
        return node;
    }

    void moveTo(String nextId, Node next) {
        id = nextId;
        node = next;
        timer = NO_TIMER;
        trace(Event.ENTERED, "");
    }

    void trace(Event event, String detail) {
        notes.trace(id, event, detail);
    }

    /** Has these said, what can be said of them. @return the ticket; nothing when there is nothing to say */
    Optional<Integer> play(List<Phrase> phrases) {
        List<Utterance> says = new ArrayList<>();
        for (Phrase phrase : phrases) {
            Speech.say(phrase, variables)
                    .ifPresentOrElse(
                            says::add,
                            () -> trace(Event.LEFT_OUT, phrase.getClass().getSimpleName()));
        }
        if (says.isEmpty()) {
            return Optional.empty();
        }
        int play = notes.ticket();
        notes.add(new Effect.Play(id, play, says));
        startTimer(LONGEST_PLAY);
        return Optional.of(play);
    }

    void startTimer(Duration after) {
        timer = notes.ticket();
        notes.add(new Effect.StartTimer(id, timer, after));
    }

    void stopTimer() {
        timer = NO_TIMER;
    }

    boolean isTimer(int ticket) {
        return ticket == timer;
    }

    /** The flow ends the call. */
    Step hangUp(Event event, String detail) {
        trace(event, detail);
        notes.add(new Effect.HangUp(id));
        return over();
    }

    /** The walk is over, the call perhaps not. */
    Step over() {
        stage = new Stage.Over();
        timer = NO_TIMER;
        return Step.STAY;
    }
}
