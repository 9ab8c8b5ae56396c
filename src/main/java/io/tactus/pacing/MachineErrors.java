package io.tactus.pacing;

import io.tactus.pacing.forecast.ForecastMemory;

/**
 * How often machine detection takes a person for a machine, by the agents' word: of the calls that it calls machines, some are given to agents all the same, who say
 * whether they hear one. A person on whom the engine would hang up by the detection's word is an abandoned one, so what is charged
 * is the upper end of the estimate, and nobody is hung up on before enough was heard.
 *
 * <pre>u = upper end of persons per machine verdict (Wilson's score interval, one-sided 95 %)
 * f = u V / (u V + P)      V machine verdicts, P persons who answered</pre>
 *
 * <p>Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
 */
public final class MachineErrors {
    /** Highest share of live persons who may be taken for machines before machines go to agents again. */
    public static final double HIGHEST_SHARE = 0.01;
    /** One machine verdict in so many goes to an agent for the sample, while machines are hung up on. */
    static final int SAMPLE_EVERY = 20;

    private static final double Z = 1.645;
    private static final double KEEP_HEARD = StrictMath.exp(-1.0 / 2_000);
    private static final double KEEP_VERDICTS = StrictMath.exp(-1.0 / 4_000);

    private double heard;
    private double personsHeard;
    private double verdicts;
    private double persons;
    private int sinceSample;

    /** Knows nothing: every verdict may be wrong. */
    public MachineErrors() {}

    /** Goes on from what was kept. @throws IllegalArgumentException when that is not understood */
    public static MachineErrors of(ForecastMemory memory) {
        MachineErrors errors = new MachineErrors();
        memory.find("machines", 4).ifPresent(kept -> {
            if (kept[1] < 0 || kept[0] < kept[1] || kept[2] < 0 || kept[3] < 0) {
                throw new IllegalArgumentException("the count of machines does not add up");
            }
            errors.heard = kept[0];
            errors.personsHeard = kept[1];
            errors.verdicts = kept[2];
            errors.persons = kept[3];
        });
        return errors;
    }

    /** Writes down what was heard. */
    public void keep(ForecastMemory.Writer memory) {
        memory.exact("machines", heard, personsHeard, verdicts, persons);
    }

    /** Detection called somebody a machine. */
    public void verdict() {
        verdicts = verdicts * KEEP_VERDICTS + 1;
        persons *= KEEP_VERDICTS;
        sinceSample++;
    }

    /** A person answered, by the count of live answers. */
    public void person() {
        persons++;
    }

    /** Who was counted as a person was none. */
    public void noPerson() {
        persons = Math.max(0, persons - 1);
    }

    /** An agent has heard whom detection had called a machine. */
    public void heard(boolean person) {
        heard = heard * KEEP_HEARD + 1;
        personsHeard = personsHeard * KEEP_HEARD + (person ? 1 : 0);
    }

    /** Whether the next machine verdict is one for the sample; {@link #sampled} when an agent was free for it. */
    public boolean sampleDue() {
        return sinceSample >= SAMPLE_EVERY;
    }

    /** It was given to an agent. */
    public void sampled() {
        sinceSample = 0;
    }

    /** Upper end of the share of persons among machine verdicts, 0 to 1; 1 while nothing was heard. */
    public double personsPerVerdict() {
        if (heard < 1) {
            return 1;
        }
        double share = personsHeard / heard;
        double zz = Z * Z / heard;
        return Math.min(1, (share + zz / 2 + Z * Math.sqrt(share * (1 - share) / heard + zz / (4 * heard))) / (1 + zz));
    }

    /** Upper end of the share of live persons who are taken for machines, 0 to 1. */
    public double shareOfPersons() {
        double missed = personsPerVerdict() * verdicts;
        return missed + persons <= 0 ? 1 : missed / (missed + persons);
    }

    /** Whether few enough persons are taken for machines that machines may be hung up on. */
    public boolean trusted() {
        return shareOfPersons() <= HIGHEST_SHARE;
    }
}
