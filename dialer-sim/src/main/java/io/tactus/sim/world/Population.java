package io.tactus.sim.world;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what becomes of every dial. Deterministic: the n-th dial of a number meets the same fate for the same seed, whatever
 * else is dialled in between and however fast time runs.
 */
public final class Population {
    private static final Duration GREETING_MEDIAN = Duration.ofSeconds(9);
    private static final Duration TAPE = Duration.ofSeconds(60);
    private static final Duration MESSAGE_MEDIAN = Duration.ofSeconds(8);
    private static final Duration LISTENS_MEDIAN = Duration.ofSeconds(20);

    private final long seed;
    private final PopulationSettings settings;
    private final NumberPlan plan;
    private final Map<String, Integer> dials = new HashMap<>();

    /** A world drawn from the seed, save for the numbers that the plan scripts. */
    public Population(long seed, PopulationSettings settings, NumberPlan plan) {
        this.seed = seed;
        this.settings = settings;
        this.plan = plan;
    }

    /** The fate of the next dial of the number; each call counts as one dial. */
    public Fate fateOf(String number) {
        return fateOf(number, settings.liveProbability());
    }

    /** The fate of the next dial of the number, which a person answers with this probability. */
    public Fate fateOf(String number, double liveProbability) {
        var ordinal = dials.merge(number, 1, Integer::sum);
        return plan.find(number, ordinal).orElseGet(() -> drawn(new Draw(seed, number, ordinal), liveProbability));
    }

    /** What was scripted for the phone of this name, which counts its dials like a number. */
    public Optional<Fate> findScripted(String phone) {
        return plan.find(phone, dials.merge(phone, 1, Integer::sum));
    }

    /** What machine detection makes of the party that answered the latest dial of the number. */
    public Detection detect(String number, Party party) {
        var draw = new Draw(~seed, number, dials.getOrDefault(number, 0));
        var detector = settings.detector();
        var machine = party instanceof Party.Machine;
        var wrong = draw.happens(machine ? detector.falseNegativeRate() : detector.falsePositiveRate());
        var median = machine ? detector.machineMedian() : detector.personMedian();
        var after = draw.logNormal(median, detector.sigma());
        if (after.compareTo(detector.longest()) >= 0) {
            return new Detection(
                    detector.longest(),
                    "NOTSURE",
                    "TOOLONG-" + detector.longest().toMillis());
        }
        return machine != wrong
                ? new Detection(after, "MACHINE", "LONGGREETING-1500-1500")
                : new Detection(after, "HUMAN", "HUMAN-800-800");
    }

    private Fate drawn(Draw draw, double liveProbability) {
        if (draw.happens(liveProbability)) {
            return person(draw);
        }
        var kind = draw.uniform();
        if (kind < settings.refusedShare()) {
            var after = Duration.ofSeconds(1).plus(draw.exponential(Duration.ofSeconds(3)));
            return new Fate.Refused(refusal(draw.uniform()), after);
        }
        if (kind < settings.refusedShare() + settings.machineShare()) {
            var answers = draw.logNormal(settings.machineMedian(), 0.35);
            if (settings.machinesTurnedAway()) {
                return new Fate.Refused(Refusal.REJECTED, answers);
            }
            var machine = new Party.Machine(draw.logNormal(GREETING_MEDIAN, 0.5), TAPE);
            return new Fate.Answered(earlier(settings.ringsAfter(), answers), answers, machine);
        }
        return new Fate.RingsOut(settings.ringsAfter());
    }

    private Fate person(Draw draw) {
        var answers = settings.answerOffset()
                .plus(draw.logNormalByDeviation(settings.answerMean(), settings.answerDeviation()));
        var person = new Party.Person(
                draw.logNormalByMean(settings.talkMean(), settings.talkSigma()),
                draw.logNormal(settings.patienceMedian(), 0.5),
                draw.logNormal(LISTENS_MEDIAN, 0.8),
                draw.logNormal(MESSAGE_MEDIAN, 0.6),
                !draw.happens(settings.leavesHangupShare()));
        return answers.compareTo(settings.answerLatest()) > 0
                ? new Fate.RingsOut(settings.ringsAfter())
                : new Fate.Answered(earlier(settings.ringsAfter(), answers), answers, person);
    }

    private static Refusal refusal(double uniform) {
        if (uniform < 0.40) {
            return Refusal.BUSY;
        }
        if (uniform < 0.75) {
            return Refusal.INVALID;
        }
        return uniform < 0.90 ? Refusal.CONGESTION : Refusal.REJECTED;
    }

    private static Duration earlier(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
