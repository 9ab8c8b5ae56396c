package io.tactus.ivr.run;

import io.tactus.ivr.flow.AFlow;
import io.tactus.ivr.rehearsal.Answer;
import io.tactus.ivr.rehearsal.Plan;
import io.tactus.ivr.rehearsal.Rehearsal;
import io.tactus.ivr.rehearsal.Rehearsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A call in virtual time: {@code call(flow).press(2, '1').hangUp(9).trace()}. Every prompt lasts three seconds. */
final class ACall {
    /** A Monday at ten, in Berlin. */
    static final Instant MONDAY = Instant.parse("2026-11-30T09:00:00Z");

    private final AFlow flow;
    private final List<Plan.Act> acts = new ArrayList<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, String> data = new HashMap<>();
    private Instant start = MONDAY;
    private String caller = "+4930123";

    private ACall(AFlow flow) {
        this.flow = flow;
    }

    static ACall call(AFlow flow) {
        return new ACall(flow);
    }

    ACall at(String instant) {
        start = Instant.parse(instant);
        return this;
    }

    ACall from(String number) {
        caller = number;
        return this;
    }

    ACall knowing(String name, String value) {
        data.put(name, value);
        return this;
    }

    ACall press(double afterSeconds, String keys) {
        for (int i = 0; i < keys.length(); i++) {
            acts.add(new Plan.Press(after(afterSeconds), keys.charAt(i)));
        }
        return this;
    }

    ACall hangUp(double afterSeconds) {
        acts.add(new Plan.HangUp(after(afterSeconds)));
        return this;
    }

    private static Duration after(double seconds) {
        return Duration.ofMillis((long) (1_000 * seconds));
    }

    ACall answer(String node, Answer answer) {
        answers.put(node, answer);
        return this;
    }

    Rehearsed run() {
        Plan plan = new Plan(start, caller, "+49800", data, acts, answers);
        return Rehearsal.run(flow.build(), plan, id -> Duration.ofSeconds(3));
    }

    /** What happened, as {@code node EVENT detail}, save where the caller came. */
    List<String> trace() {
        return run().trace().stream()
                .map(entry -> (entry.node() + " " + entry.event() + " " + entry.detail()).strip())
                .toList();
    }

    /** Effects that are of this kind. */
    <T extends Effect> List<T> effects(Class<T> kind) {
        return run().effects().stream()
                .map(Rehearsed.Timed::effect)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
