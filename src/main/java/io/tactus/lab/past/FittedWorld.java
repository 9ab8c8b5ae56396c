package io.tactus.lab.past;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** A world for the laboratory that is like what was recorded: the fields of {@code scenario.schema.json}. */
public final class FittedWorld {
    /** Fewer dials than these, whose end was seen, are no world. */
    public static final int FEWEST_DIALS = 200;

    /** Fewer talks than these are none either. */
    public static final int FEWEST_TALKS = 20;

    private static final int FINE = 40;
    private static final int COARSE = 20;
    private static final List<Ending> REFUSED =
            List.of(Ending.BUSY, Ending.INVALID, Ending.CONGESTION, Ending.REJECTED);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Recording past;
    private final List<Dial> dials;

    private FittedWorld(Recording past) {
        this.past = past;
        // Always the same lots, so that the same attempts give the same world.
        this.dials = new Fates(past).completed(new SplittableRandom(1));
    }

    /** The world like this recording. Fails with an {@link IllegalArgumentException} that tells what is missing when it is too short. */
    public static ObjectNode of(Recording past) {
        long seen = past.dials().stream()
                .filter(dial -> dial.ending() != Ending.GIVEN_UP)
                .count();
        long talks = past.dials().stream()
                .filter(dial -> dial.ending() == Ending.TALKED && dial.talkKnown())
                .count();
        if (seen < FEWEST_DIALS || talks < FEWEST_TALKS) {
            throw new IllegalArgumentException(
                    "a world needs at least %d dials and %d talks whose end was seen; there are %d and %d: take more days"
                            .formatted(FEWEST_DIALS, FEWEST_TALKS, seen, talks));
        }
        return new FittedWorld(past).world();
    }

    private ObjectNode world() {
        DayShape day = DayShape.of(past.setting(), dials);
        ObjectNode world = JSON.objectNode();
        world.put("description", describe());
        if (past.agents() > 0) {
            world.set("agents", new Crew(past).staff());
        }
        world.set("campaigns", JSON.arrayNode().add(work(day)));
        world.put("warmUpHours", Math.min(1, day.hours() / 4.0));
        world.put("hours", day.hours());
        return world;
    }

    private String describe() {
        Setting setting = past.setting();
        return "Campaign '%s' from %s to %s: %d dials, %d live answers."
                .formatted(
                        setting.campaign(),
                        setting.dateAt(0),
                        setting.dateAt(setting.seconds()),
                        past.dials().size(),
                        past.liveAnswers());
    }

    private ObjectNode work(DayShape day) {
        Setting setting = past.setting();
        ObjectNode work = JSON.objectNode();
        work.put("cap", setting.cap());
        work.put("ringSeconds", setting.ringSeconds());
        work.set("means", means(setting));
        work.set("answerRates", numbers(day.rates()));
        double[] talks = of(
                past.dials().stream()
                        .filter(d -> d.ending() == Ending.TALKED && d.talkKnown())
                        .toList(),
                Dial::talk);
        work.set("talk", talk(talks));
        double[] wrapUps =
                past.wrapUps().stream().mapToDouble(Recording.Stretch::length).toArray();
        if (wrapUps.length >= FEWEST_TALKS) {
            work.set("wrapUp", wrapUp(wrapUps));
        }
        Patience patience = new Patience(past.dials());
        work.put("hangsUp", patience.seen());
        work.set("dials", lines(patience));
        return work;
    }

    static ObjectNode means(Setting setting) {
        return JSON.objectNode()
                .put("releaseRungSeconds", setting.releaseRungSeconds())
                .put("choosesLeads", setting.choosesLeads())
                .put("rescueAfterSeconds", setting.rescueAfterSeconds());
    }

    private static ObjectNode talk(double[] seconds) {
        double[] logs = Arrays.stream(seconds)
                .map(talk -> Math.log(Math.max(0.1, talk)))
                .toArray();
        ObjectNode talk = JSON.objectNode();
        talk.put("seconds", rounded(Math.clamp(mean(seconds), 1, 3_600)));
        talk.put("sigma", rounded(Math.min(3, deviation(logs))));
        talk.put("refusalShare", 0);
        talk.set("quantiles", numbers(Quantiles.of(seconds, FINE)));
        return talk;
    }

    private static ObjectNode wrapUp(double[] seconds) {
        double mean = Math.clamp(mean(seconds), 0.1, 3_600);
        ObjectNode wrapUp = JSON.objectNode();
        wrapUp.put("seconds", rounded(mean));
        wrapUp.put("variation", rounded(Math.min(3, deviation(seconds) / mean)));
        wrapUp.set("quantiles", numbers(Quantiles.of(seconds, COARSE)));
        return wrapUp;
    }

    /** What becomes of dials, whoever answers. */
    private ObjectNode lines(Patience patience) {
        List<Dial> dead = dials.stream().filter(d -> !d.ending().live()).toList();
        ObjectNode lines = JSON.objectNode();
        lines.put("busy", share(dead, Ending.BUSY));
        lines.put("invalid", share(dead, Ending.INVALID));
        lines.put("congestion", share(dead, Ending.CONGESTION));
        lines.put("rejected", share(dead, Ending.REJECTED));
        lines.put("machine", share(dead, Ending.MACHINE));
        lines.set(
                "answerSeconds",
                delays(dials.stream().filter(d -> d.ending().live()).toList(), FINE));
        lines.set(
                "machineSeconds",
                delays(dead.stream().filter(d -> d.ending() == Ending.MACHINE).toList(), COARSE));
        lines.set(
                "refusalSeconds",
                delays(dead.stream().filter(d -> REFUSED.contains(d.ending())).toList(), COARSE));
        ArrayNode bears = JSON.arrayNode();
        for (int i = 0; patience.seen() && i <= COARSE; i++) {
            bears.add(rounded(patience.quantile(i / (double) COARSE)));
        }
        lines.set("patienceSeconds", bears);
        return lines;
    }

    private static double share(List<Dial> dead, Ending ending) {
        long some = dead.stream().filter(d -> d.ending() == ending).count();
        // Rounded down, so that rounding never makes all of them more than 1.
        return dead.isEmpty() ? 0 : Math.floor(1e5 * some / dead.size()) / 1e5;
    }

    /** The delays of these dials; none where there are none. */
    private static ArrayNode delays(Collection<Dial> some, int parts) {
        return some.isEmpty() ? JSON.arrayNode() : numbers(Quantiles.of(of(some, Dial::after), parts));
    }

    private static double[] of(Collection<Dial> some, ToDoubleFunction<Dial> what) {
        return some.stream().mapToDouble(what).toArray();
    }

    private static ArrayNode numbers(List<Double> values) {
        ArrayNode list = JSON.arrayNode();
        values.forEach(list::add);
        return list;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0));
    }

    static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
