package io.tactus.ivr.rehearsal;

import io.tactus.ivr.flow.Flow;
import io.tactus.ivr.rehearsal.Rehearsed.Timed;
import io.tactus.ivr.run.Effect;
import io.tactus.ivr.run.Input;
import io.tactus.ivr.run.TraceEntry;
import io.tactus.ivr.run.Turn;
import io.tactus.ivr.run.Utterance;
import io.tactus.ivr.run.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongFunction;

/** Drives a walk by a plan: timers run out, prompts end and answers come in virtual time. */
public final class Rehearsal {
    /** Inputs after which it is cut off: a flow that was not checked may never end. */
    static final int MOST_INPUTS = 10_000;
    /** Phrases after which it is cut off. */
    static final int MOST_SAID = 5_000;

    private static final Duration A_CHARACTER = Duration.ofMillis(70);
    private static final Duration A_DIGIT = Duration.ofMillis(500);
    private static final Duration A_NUMBER = Duration.ofMillis(1_500);
    private static final Duration A_DAY = Duration.ofMillis(2_500);

    private record Due(Instant at, int turn, Input input) {}

    private final Plan plan;
    private final LongFunction<Duration> lengths;
    private final Walk walk;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::turn));
    private final List<Timed> effects = new ArrayList<>();
    private final List<TraceEntry> trace = new ArrayList<>();
    private int turns;
    private int said;

    private Rehearsal(Flow flow, Plan plan, LongFunction<Duration> lengths) {
        this.plan = plan;
        this.lengths = lengths;
        this.walk = new Walk(flow);
    }

    /** What comes of the plan. @param flow any, findings or not @param lengths how long a prompt lasts, by its id */
    public static Rehearsed run(Flow flow, Plan plan, LongFunction<Duration> lengths) {
        return new Rehearsal(flow, plan, lengths).run();
    }

    private Rehearsed run() {
        later(new Input.Started(plan.start(), plan.caller(), plan.did(), plan.data()));
        for (Plan.Act act : plan.acts()) {
            Instant at = plan.start().plus(act.after());
            later(
                    switch (act) {
                        case Plan.Press press -> new Input.Digit(at, press.key());
                        case Plan.HangUp hangUp -> new Input.HungUp(at);
                    });
        }
        for (int inputs = 0; !walk.isOver() && !due.isEmpty(); inputs++) {
            if (inputs == MOST_INPUTS || said > MOST_SAID) {
                break;
            }
            Input input = due.remove().input();
            Turn turn = walk.apply(input);
            trace.addAll(turn.trace());
            turn.effects().forEach(effect -> {
                effects.add(new Timed(input.at(), effect));
                answer(effect, input.at());
            });
        }
        return new Rehearsed(effects, trace, walk.isOver());
    }

    private void later(Input input) {
        due.add(new Due(input.at(), turns++, input));
    }

    private void answer(Effect effect, Instant now) {
        switch (effect) {
            case Effect.Play play -> {
                said += play.says().size();
                Duration length = play.says().stream().map(this::length).reduce(Duration.ZERO, Duration::plus);
                later(new Input.PlayEnded(now.plus(length), play.ticket()));
            }
            case Effect.StartTimer timer -> later(new Input.TimeUp(now.plus(timer.after()), timer.ticket()));
            case Effect.LookUp asked -> answer(asked, asked.ticket(), now);
            case Effect.Enqueue asked -> answer(asked, asked.ticket(), now);
            case Effect.Transfer asked -> answer(asked, asked.ticket(), now);
            case Effect.PromiseCallback asked -> answer(asked, asked.ticket(), now);
            case Effect.TakeVoicemail asked -> answer(asked, asked.ticket(), now);
            // The walk ignores what comes late.
            case Effect.StopPlaying stop -> {}
            case Effect.Withdraw withdraw -> {}
            case Effect.KeepAnswer kept -> {}
            case Effect.HangUp hangUp -> {}
        }
    }

    private void answer(Effect asked, int ticket, Instant now) {
        Answer answer = plan.answers().getOrDefault(asked.node(), Answer.usual(asked));
        switch (answer) {
            case Answer.Found found -> later(new Input.LookedUp(now.plus(found.after()), ticket, found.fields()));
            case Answer.Done done -> {
                Instant at = now.plus(done.after());
                later(new Input.Fulfilled(at, ticket));
                if (asked instanceof Effect.Enqueue) {
                    later(new Input.TalkEnded(at.plus(done.talk()), ticket));
                }
            }
            case Answer.Not not -> later(new Input.Refused(now.plus(not.after()), ticket, not.reason()));
            case Answer.Silence silence -> {}
        }
    }

    private Duration length(Utterance utterance) {
        return switch (utterance) {
            case Utterance.Prompt prompt -> lengths.apply(prompt.id());
            case Utterance.Words words -> A_CHARACTER.multipliedBy(words.text().length());
            case Utterance.Digits digits -> A_DIGIT.multipliedBy(digits.digits().length());
            case Utterance.Number number -> A_NUMBER;
            case Utterance.Day day -> A_DAY;
        };
    }
}
