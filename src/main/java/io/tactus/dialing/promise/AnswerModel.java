package io.tactus.dialing.promise;

import java.util.Arrays;

/**
 * Logistic regression, learnt one dial after the other with a step for each feature that shrinks as the feature is seen (AdaGrad: Duchi, Hazan,
 * Singer 2011), so that rare hours learn as well as usual ones. Not safe for use by several threads at once.
 */
public final class AnswerModel {
    private static final double STEP = 0.15;
    private static final double FIRST_GUESS = 0.2;

    private final double[] weights = new double[LeadFacts.COUNT];
    private final double[] squares = new double[LeadFacts.COUNT];

    /** Knows nothing: every lead promises the same. */
    public AnswerModel() {
        weights[0] = Math.log(FIRST_GUESS / (1 - FIRST_GUESS));
        Arrays.fill(squares, 1);
    }

    /** Probability that a person answers, above 0 and below 1. */
    public double probability(LeadFacts lead) {
        double sum = 0;
        for (int feature : lead.features()) {
            sum += weights[feature];
        }
        return 1 / (1 + Math.exp(-Math.clamp(sum, -6, 6)));
    }

    /** The lead was dialled. @param answered whether a person answered */
    public void learn(LeadFacts lead, boolean answered) {
        double error = (answered ? 1 : 0) - probability(lead);
        for (int feature : lead.features()) {
            squares[feature] += error * error;
            weights[feature] += STEP * error / Math.sqrt(squares[feature]);
        }
    }
}
