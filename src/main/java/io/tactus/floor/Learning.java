package io.tactus.floor;

import static io.tactus.floor.FloorState.SECOND;

import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Outcome;
import io.tactus.pacing.forecast.AnswerForecast;

/** Tells the forecast of a campaign what its calls and agents did. Calls made for one agent alone teach nothing about pacing. */
final class Learning {
    private Learning() {}

    /** The call asks for an agent. */
    static void fromAnswer(Call call, Campaign campaign, long now) {
        if (unlearnt(call)) {
            call.learnt = true;
            answers(campaign, now)
                    .asked(seconds(now - call.launchedMicros), call.answerProbability, due(call, campaign));
            campaign.forecast.answers.lag(seconds(now - call.answeredMicros));
        }
    }

    /** The call is over; if it never asked for an agent, that is news. What the network refused or a broken link cut off says nothing. */
    static void fromEnd(Call call, Campaign campaign, Outcome outcome, long now) {
        if (outcome.tellsOfPeople()) {
            fromClearing(call, campaign, now);
        }
    }

    /** The far end lets the call go without an answer, whatever its reason: a dial like this asks for nobody. */
    static void fromClearing(Call call, Campaign campaign, long now) {
        if (unlearnt(call)) {
            call.learnt = true;
            answers(campaign, now)
                    .ended(seconds(now - call.launchedMicros), call.answerProbability, due(call, campaign));
        }
    }

    /** The call is given up while it rings. */
    static void fromRelease(Call call, Campaign campaign, long now) {
        call.learnt = true;
        answers(campaign, now).givenUp(seconds(now - call.launchedMicros), call.answerProbability, due(call, campaign));
    }

    /** A talk ends. */
    static void fromTalk(Agent agent, FloorState state) {
        Campaign campaign = state.campaigns.get(agent.workedFor);
        if (campaign != null) {
            campaign.forecast.releases.talkEnded(agent.id, seconds(state.now - agent.sinceMicros()));
            if (agent.closingMicros > 0) {
                campaign.forecast.releases.closingEnded(seconds(state.now - agent.closingMicros));
            }
        }
    }

    /** A wrap-up is broken off. */
    static void fromBrokenWrapUp(Agent agent, FloorState state) {
        Campaign campaign = state.campaigns.get(agent.workedFor);
        if (campaign != null) {
            campaign.forecast.releases.wrapUpCut(agent.id, seconds(state.now - agent.sinceMicros()));
        }
    }

    /** A wrap-up ends. */
    static void fromWrapUp(Agent agent, FloorState state) {
        Campaign campaign = state.campaigns.get(agent.workedFor);
        if (campaign != null && agent.state() == AgentState.WRAP_UP) {
            campaign.forecast.releases.wrapUpEnded(agent.id, seconds(state.now - agent.sinceMicros()));
        }
    }

    /** The forecast of answers, with everything that is known by now. */
    private static AnswerForecast answers(Campaign campaign, long now) {
        campaign.forecast.answers.settle(now);
        return campaign.forecast.answers;
    }

    /** When the last dial launched with this one has ended, since none rings for longer. */
    private static long due(Call call, Campaign campaign) {
        return call.launchedMicros + campaign.settings.ringTimeoutMillis() * FloorState.MILLI;
    }

    private static boolean unlearnt(Call call) {
        return !call.learnt && call.boundAgentId == 0 && call.originatedMicros > 0;
    }

    private static double seconds(long micros) {
        return micros / (double) SECOND;
    }
}
