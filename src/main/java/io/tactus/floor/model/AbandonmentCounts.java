package io.tactus.floor.model;

/**
 * Counts of a campaign's calls in a measuring period.
 *
 * @param liveAnswers live answers
 * @param abandoned abandoned calls among them
 * @param machines calls that machine detection called machines
 * @param machinesUnheard those of them that no agent has heard
 */
public record AbandonmentCounts(long liveAnswers, long abandoned, long machines, long machinesUnheard) {
    /** Nobody has answered yet. */
    public static final AbandonmentCounts NONE = new AbandonmentCounts(0, 0, 0, 0);

    /** Live answers that belong to the machines that nobody has heard, if both mixed evenly over the period. */
    public double personsUnheard() {
        return machines == 0 ? 0 : liveAnswers * Math.min(1, machinesUnheard / (double) machines);
    }
}
