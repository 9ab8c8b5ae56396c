package io.tactus.dialing.promise;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One {@link AnswerModel} for each campaign that chooses its leads, taught by the attempts of before and by every call that ends. */
public final class LeadPromises {
    /** An attempt of before. @param answered whether a person answered */
    public record Past(LeadFacts lead, boolean answered) {}

    /** Where the attempts of before are found. */
    public interface History {
        /** The campaign's attempts of late, oldest first. */
        List<Past> of(long campaignId) throws SQLException;
    }

    private final History history;
    private final Map<Long, AnswerModel> models = new ConcurrentHashMap<>();

    /** Models that learn from this history first. */
    public LeadPromises(History history) {
        this.history = history;
    }

    /** Probability that a person answers this lead of the campaign. */
    public double promise(long campaignId, LeadFacts lead) throws SQLException {
        AnswerModel model = models.get(campaignId);
        if (model == null) {
            model = taught(history.of(campaignId));
            models.put(campaignId, model);
        }
        synchronized (model) {
            return model.probability(lead);
        }
    }

    private static AnswerModel taught(List<Past> past) {
        AnswerModel model = new AnswerModel();
        past.forEach(attempt -> model.learn(attempt.lead(), attempt.answered()));
        return model;
    }

    /** A call to the lead is over. */
    public void learn(long campaignId, LeadFacts lead, boolean answered) {
        AnswerModel model = models.get(campaignId);
        if (model != null) {
            synchronized (model) {
                model.learn(lead, answered);
            }
        }
    }
}
