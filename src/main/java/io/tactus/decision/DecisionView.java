package io.tactus.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tactus.floor.effect.NewsEffect.Shadowed;
import io.tactus.pacing.PacingDecision.Why;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision as REST shows it.
 *
 * @param launched calls launched by it
 * @param released ringing calls given up by it
 * @param reason what limited the number, as a sentence
 * @param inFlight calls on their way out, the launched ones included
 * @param waiting answered calls without an agent
 * @param why the figures behind it; left out where the policy weighs none
 * @param shadow what the policy beside the live one wanted since the decision before; left out without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionView(
        Instant at,
        String node,
        int launched,
        int released,
        String reason,
        int freeAgents,
        int inFlight,
        int waiting,
        long liveAnswers,
        long abandoned,
        @Nullable Why why,
        @Nullable Shadowed shadow) {}
