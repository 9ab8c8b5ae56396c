package io.tactus.lab.past;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The fates of recorded dials, with what was not seen filled in by lot.
 *
 * <p>A call that the dialer gave up after c seconds would have met some fate after c: it draws one from the calls that were seen to last longer,
 * each weighed for those given up before it (the mass of a censored call goes to the later ones in equal parts: Efron 1967, redistribution to the
 * right, which gives the estimate of Aalen and Johansen). A person whose talk was not seen draws one of the talks that were.
 */
public final class Fates {
    private final Setting setting;
    private final List<Dial> dials;
    private final List<Dial> seen = new ArrayList<>();
    private final double[] mass;
    private final double[] talks;
    private final Map<Integer, List<Dial>> byHour = new HashMap<>();

    /** The fates of a recording. */
    public Fates(Recording recording) {
        this.setting = recording.setting();
        this.dials = recording.dials();
        this.talks = dials.stream()
                .filter(dial -> dial.ending() == Ending.TALKED && dial.talkKnown())
                .mapToDouble(Dial::talk)
                .toArray();
        this.mass = weigh();
        dials.forEach(dial -> byHour.computeIfAbsent(setting.hourOf(dial.at()), hour -> new ArrayList<>())
                .add(dial));
    }

    /** Fills {@link #seen} by rising delay; answers the mass of each up to and with it. */
    private double[] weigh() {
        List<Dial> all = new ArrayList<>(dials);
        all.sort(Comparator.comparingDouble(Dial::after).thenComparing(d -> d.ending() == Ending.GIVEN_UP));
        List<Double> sums = new ArrayList<>();
        double each = 1;
        double sum = 0;
        for (int i = 0; i < all.size(); i++) {
            int left = all.size() - i - 1;
            if (all.get(i).ending() == Ending.GIVEN_UP) {
                each *= left == 0 ? 1 : (left + 1.0) / left;
            } else {
                sum += each;
                seen.add(all.get(i));
                sums.add(sum);
            }
        }
        return sums.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** All dials in their order, each with a whole fate. */
    public List<Dial> completed(SplittableRandom random) {
        return dials.stream().map(dial -> whole(dial, random)).toList();
    }

    /** A fate like those of the dials of the same local hour, or of any hour where there is none. @param at time of the recording */
    public Dial drawn(double at, SplittableRandom random) {
        List<Dial> like = byHour.getOrDefault(setting.hourOf(at), dials);
        return whole(like.get(random.nextInt(like.size())), random).at(at);
    }

    /** The dial with what was not seen filled in. */
    public Dial whole(Dial dial, SplittableRandom random) {
        Dial fate = dial.ending() == Ending.GIVEN_UP ? later(dial, random) : dial;
        boolean needsTalk = fate.ending().live() && !fate.talkKnown();
        return needsTalk ? new Dial(fate.at(), fate.ending(), fate.after(), fate.waited(), anyTalk(random)) : fate;
    }

    private double anyTalk(SplittableRandom random) {
        return talks.length == 0 ? 0 : talks[random.nextInt(talks.length)];
    }

    private Dial later(Dial lost, SplittableRandom random) {
        int from = firstAfter(lost.after());
        if (from == seen.size()) {
            return new Dial(lost.at(), Ending.RANG_OUT, Math.max(lost.after(), setting.ringSeconds()), 0, Dial.UNKNOWN);
        }
        double below = from == 0 ? 0 : mass[from - 1];
        double wanted = below + random.nextDouble() * (mass[mass.length - 1] - below);
        int found = from;
        int high = mass.length - 1;
        while (found < high) {
            int middle = (found + high) >>> 1;
            if (mass[middle] > wanted) {
                high = middle;
            } else {
                found = middle + 1;
            }
        }
        return seen.get(found).at(lost.at());
    }

    private int firstAfter(double after) {
        int low = 0;
        int high = seen.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seen.get(middle).after() > after) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
