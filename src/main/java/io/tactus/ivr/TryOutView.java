package io.tactus.ivr;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tactus.ivr.rehearsal.Rehearsed;
import io.tactus.ivr.run.Effect;
import io.tactus.ivr.run.TraceEntry;
import io.tactus.ivr.run.Utterance;
import java.time.Instant;
import java.util.List;

/**
 * What came of a try-out.
 *
 * @param over whether the flow came to its end; if not, a talk goes on, or it was cut off as too long
 */
public record TryOutView(List<EffectView> effects, List<TraceEntry> trace, boolean over) {
    /** An effect. @param kind such as {@code play} @param says what is heard; left out where nothing is @param detail a queue, an address, a number; left out where there is none */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record EffectView(Instant at, String node, String kind, List<Said> says, String detail) {
        /** Copies the list. */
        public EffectView {
            says = List.copyOf(says);
        }
    }

    /** A part of what is heard. @param kind {@code prompt}, {@code text}, {@code number}, {@code digits} or {@code date} */
    public record Said(String kind, String value) {}

    /** Copies the lists. */
    public TryOutView {
        effects = List.copyOf(effects);
        trace = List.copyOf(trace);
    }

    static TryOutView of(Rehearsed rehearsed) {
        return new TryOutView(
                rehearsed.effects().stream()
                        .map(timed -> view(timed.at(), timed.effect()))
                        .toList(),
                rehearsed.trace(),
                rehearsed.over());
    }

    private static EffectView view(Instant at, Effect effect) {
        return switch (effect) {
            case Effect.Play play ->
                new EffectView(
                        at,
                        play.node(),
                        "play",
                        play.says().stream().map(TryOutView::said).toList(),
                        "");
            case Effect.StopPlaying stop -> silent(at, stop, "stopPlaying", "");
            case Effect.StartTimer timer ->
                silent(at, timer, "startTimer", timer.after().toMillis() + " ms");
            case Effect.LookUp lookUp -> silent(at, lookUp, "lookUp", lookUp.url());
            case Effect.Enqueue enqueue -> silent(at, enqueue, "enqueue", enqueue.queue());
            case Effect.Transfer transfer -> silent(at, transfer, "transfer", transfer.number());
            case Effect.PromiseCallback promise ->
                silent(at, promise, "promiseCallback", promise.queue() + ": " + promise.number());
            case Effect.TakeVoicemail voicemail -> silent(at, voicemail, "takeVoicemail", voicemail.box());
            case Effect.Withdraw withdraw -> silent(at, withdraw, "withdraw", "");
            case Effect.KeepAnswer kept -> silent(at, kept, "keepAnswer", kept.question() + ": " + kept.answer());
            case Effect.HangUp hangUp -> silent(at, hangUp, "hangUp", "");
        };
    }

    private static EffectView silent(Instant at, Effect effect, String kind, String detail) {
        return new EffectView(at, effect.node(), kind, List.of(), detail);
    }

    private static Said said(Utterance utterance) {
        return switch (utterance) {
            case Utterance.Prompt prompt -> new Said("prompt", String.valueOf(prompt.id()));
            case Utterance.Words words -> new Said("text", words.text());
            case Utterance.Number number -> new Said("number", number.value().toString());
            case Utterance.Digits digits -> new Said("digits", digits.digits());
            case Utterance.Day day -> new Said("date", day.day().toString());
        };
    }
}
