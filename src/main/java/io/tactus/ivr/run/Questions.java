package io.tactus.ivr.run;

import io.tactus.ivr.flow.Node.Collect;
import io.tactus.ivr.flow.Node.Menu;
import io.tactus.ivr.flow.Node.OfferCallback;
import io.tactus.ivr.flow.Node.Survey;
import io.tactus.ivr.flow.Phrase;
import io.tactus.ivr.flow.Question;
import io.tactus.ivr.run.TraceEntry.Event;
import java.util.ArrayList;
import java.util.List;

/** Asks callers for keys: says the question, listens, and asks again as often as the node allows. */
final class Questions {
    private final Position position;
    private final Requests requests;

    Questions(Position position, Requests requests) {
        this.position = position;
        this.requests = requests;
    }

    /** Asks for the first time. */
    Step ask(Question question) {
        return ask(question, 1, question.says());
    }

    private Step ask(Question question, int attempt, List<Phrase> says) {
        position.play(says)
                .ifPresentOrElse(
                        play -> position.stage = new Stage.Inviting(play, attempt), () -> listen(question, attempt));
        return Step.STAY;
    }

    /** The question was said. */
    Step said(Stage.Inviting inviting) {
        listen(question(), inviting.attempt());
        return Step.STAY;
    }

    private void listen(Question question, int attempt) {
        position.stage = new Stage.Listening(attempt, "");
        position.startTimer(question.pause());
    }

    /** A key while the question is said ends it. */
    Step key(Stage.Inviting inviting, char key) {
        position.notes.add(new Effect.StopPlaying(position.id(), inviting.play()));
        return key(new Stage.Listening(inviting.attempt(), ""), key);
    }

    /** A key. */
    Step key(Stage.Listening listening, char key) {
        position.stage = listening;
        return on(listening.attempt(), Reply.key(position.node(), listening.typed(), key));
    }

    /** No key came for as long as the node waits. */
    Step silence(Stage.Listening listening) {
        return on(listening.attempt(), Reply.silence(position.node(), listening.typed()));
    }

    private Step on(int attempt, Reply reply) {
        return switch (reply) {
            case Reply.More more -> {
                position.stage = new Stage.Listening(attempt, more.typed());
                position.startTimer(
                        position.node() instanceof Collect collect
                                ? collect.between()
                                : question().pause());
                yield Step.STAY;
            }
            case Reply.Given given -> answered(given.answer());
            case Reply.Wrong wrong -> {
                position.trace(Event.NO_MATCH, "attempt " + attempt);
                List<Phrase> says = new ArrayList<>(question().wrong());
                says.addAll(question().says());
                yield again(attempt, says, noMatch());
            }
            case Reply.None none -> {
                position.trace(Event.NO_INPUT, "attempt " + attempt);
                yield again(attempt, question().says(), noInput());
            }
        };
    }

    private Step again(int attempt, List<Phrase> says, Step atLast) {
        return attempt < question().attempts() ? ask(question(), attempt + 1, says) : atLast;
    }

    private Step answered(String answer) {
        return switch (position.node()) {
            case Menu menu -> {
                position.trace(Event.KEY, answer);
                yield new Step.Go("choices." + answer, menu.choices().getOrDefault(answer.charAt(0), ""));
            }
            case Collect collect -> {
                position.trace(Event.COLLECTED, answer.length() + " digits");
                position.variables.set(collect.variable(), answer);
                yield new Step.Go("next", collect.next());
            }
            case OfferCallback offer -> {
                position.trace(Event.KEY, answer);
                yield answer.charAt(0) == offer.accept()
                        ? requests.promise(offer)
                        : new Step.Go("declined", offer.declined());
            }
            case Survey survey -> {
                position.trace(Event.ANSWERED, survey.name() + ": " + answer);
                position.notes.add(new Effect.KeepAnswer(position.id(), survey.name(), Integer.parseInt(answer)));
                yield new Step.Go("next", survey.next());
            }
            default -> throw notAsked();
        };
    }

    private Question question() {
        return switch (position.node()) {
            case Menu menu -> menu.question();
            case Collect collect -> collect.question();
            case OfferCallback offer -> offer.question();
            case Survey survey -> survey.question();
            default -> throw notAsked();
        };
    }

    private Step noInput() {
        return switch (position.node()) {
            case Menu menu -> new Step.Go("noInput", menu.noInput());
            case Collect collect -> new Step.Go("noInput", collect.noInput());
            case OfferCallback offer -> new Step.Go("declined", offer.declined());
            case Survey survey -> new Step.Go("noAnswer", survey.noAnswer());
            default -> throw notAsked();
        };
    }

    private Step noMatch() {
        return switch (position.node()) {
            case Menu menu -> new Step.Go("noMatch", menu.noMatch());
            case Collect collect -> new Step.Go("noMatch", collect.noMatch());
            default -> noInput();
        };
    }

    private IllegalStateException notAsked() {
        return new IllegalStateException("nothing is asked at node " + position.id());
    }
}
