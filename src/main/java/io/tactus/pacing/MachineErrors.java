package io.tactus.pacing;

import io.tactus.pacing.forecast.ForecastMemory;

/**
 * How often machine detection takes a person for a machine, by the agents' word: of the calls that it calls machines, some are given to agents all the same, who say
 * whether they hear one. A person on whom the engine would hang up by the detection's word is an abandoned one, so what is charged
 * is the upper end of the estimate, and nobody is hung up on before enough was heard.
 *
 * <p>Persons and machines mix differently from hour to hour, so the error is counted by persons and not by verdicts: those who answered since the verdict before
 * belong to a verdict, and those of the verdicts that agents heard are set against the persons whom agents found there.
 *
 * <pre>f = upper end of k / (k + P)      k persons found among verdicts that agents heard, P persons who belong to those verdicts
 *                                  (Wilson's score interval, one-sided 95 %)
 * persons missed for each person recognised, where no agent hears: f / (1 - f)</pre>
 *
 * <p>Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
 */
public final class MachineErrors {
    /** Highest share of live persons who may be taken for machines before machines go to agents again. */
    public static final double HIGHEST_SHARE = 0.01;
    /** One machine verdict in so many goes to an agent for the sample, while machines are hung up on. */
    static final int SAMPLE_EVERY = 20;

    private static final double Z = 1.645;
    /** Persons who belong to verdicts that were heard, after which a find has lost most of its weight. */
    private static final double MEMORY = 2_000;

    private double recognised;
    private double found;
    private long sinceVerdict;
    private int sinceSample;

    /** Knows nothing: every verdict may be wrong. */
    public MachineErrors() {}

    /** Goes on from what was kept. @throws IllegalArgumentException when that is not understood */
    public static MachineErrors of(ForecastMemory memory) {
        MachineErrors errors = new MachineErrors();
        memory.find("machines.persons", 2).ifPresent(kept -> {
            if (kept[0] < 0 || kept[1] < 0) {
                throw new IllegalArgumentException("the count of machines.persons does not add up");
            }
            errors.recognised = kept[0];
            errors.found = kept[1];
        });
        return errors;
    }

    /** Writes down what was heard. */
    public void keep(ForecastMemory.Writer memory) {
        memory.exact("machines.persons", recognised, found);
    }

    /** Detection called somebody a machine. @return the persons who answered since it did so before; they belong to this verdict */
    public long verdict() {
        long persons = Math.max(0, sinceVerdict);
        sinceVerdict -= persons;
        sinceSample++;
        return persons;
    }

    /** A person answered, by the count of live answers. */
    public void person() {
        sinceVerdict++;
    }

    /** Who was counted as a person was none. */
    public void noPerson() {
        sinceVerdict--;
    }

    /** An agent has heard whom detection had called a machine. @param beside the persons who belong to the verdict */
    public void heard(boolean person, long beside) {
        double keep = StrictMath.exp(-beside / MEMORY);
        recognised = recognised * keep + beside;
        found = found * keep + (person ? 1 : 0);
    }

    /** Whether the next machine verdict is one for the sample; {@link #sampled} when an agent was free for it. */
    public boolean sampleDue() {
        return sinceSample >= SAMPLE_EVERY;
    }

    /** It was given to an agent. */
    public void sampled() {
        sinceSample = 0;
    }

    /** Upper end of the share of live persons who are taken for machines, 0 to 1; 1 while nothing was heard. */
    public double shareOfPersons() {
        double n = recognised + found;
        if (n < 1) {
            return 1;
        }
        double share = found / n;
        double zz = Z * Z / n;
        return Math.min(1, (share + zz / 2 + Z * Math.sqrt(share * (1 - share) / n + zz / (4 * n))) / (1 + zz));
    }

    /** Persons who were taken for machines, at most, beside so many who were recognised. @param verdicts how many there can be */
    public double missed(double persons, long verdicts) {
        double share = shareOfPersons();
        return Math.min(verdicts, share >= 1 ? verdicts : persons * share / (1 - share));
    }

    /** Whether few enough persons are taken for machines that machines may be hung up on. */
    public boolean trusted() {
        return shareOfPersons() <= HIGHEST_SHARE;
    }
}
