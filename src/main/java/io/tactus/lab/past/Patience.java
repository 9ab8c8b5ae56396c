package io.tactus.lab.past;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How long persons wait before they hang up by themselves, by the estimate of Kaplan and Meier: most are served, or dropped, before their patience
 * ends, so that only its beginning can be seen.
 */
public final class Patience {
    /** Patience beyond all that was seen, in seconds. */
    public static final double BEYOND = 3_600;

    /** Fewer persons than these who hung up tell nothing. */
    private static final int FEWEST = 5;

    private final double[] at;
    /** Share of the persons whose patience is longer than {@code at}. */
    private final double[] longer;

    /** The patience of a recording's persons. */
    public Patience(List<Dial> dials) {
        List<Dial> people = new ArrayList<>(
                dials.stream().filter(dial -> dial.ending().live()).toList());
        people.sort(Comparator.comparingDouble(Dial::waited).thenComparing(d -> d.ending() != Ending.LEFT));
        boolean seen = people.stream().filter(d -> d.ending() == Ending.LEFT).count() >= FEWEST;
        List<double[]> steps = new ArrayList<>();
        double left = 1;
        for (int i = 0; seen && i < people.size(); i++) {
            if (people.get(i).ending() == Ending.LEFT) {
                left *= 1 - 1.0 / (people.size() - i);
                steps.add(new double[] {people.get(i).waited(), left});
            }
        }
        at = steps.stream().mapToDouble(step -> step[0]).toArray();
        longer = steps.stream().mapToDouble(step -> step[1]).toArray();
    }

    /** Whether enough persons hung up to tell. */
    public boolean seen() {
        return at.length > 0;
    }

    /** The patience that this share of the persons does not exceed, in seconds; {@link #BEYOND} where nobody was seen to wait so long. */
    public double quantile(double share) {
        for (int i = 0; i < at.length; i++) {
            if (longer[i] <= 1 - share) {
                return at[i];
            }
        }
        return BEYOND;
    }

    /** The patience of a person who has waited so long already. */
    double drawn(double waited, SplittableRandom random) {
        double still = 1;
        for (int i = 0; i < at.length && at[i] <= waited; i++) {
            still = longer[i];
        }
        return quantile(1 - still * (1 - random.nextDouble()));
    }

    /** What this person does: the wait of one who hung up, else one that is longer than what was seen. */
    public double of(Dial person, SplittableRandom random) {
        return person.ending() == Ending.LEFT ? person.waited() : drawn(person.waited(), random);
    }
}
