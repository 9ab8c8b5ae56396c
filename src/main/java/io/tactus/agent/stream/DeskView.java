package io.tactus.agent.stream;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of the desk, as the page gets them. Instants are the engine's own; the page counts from them. */
final class DeskView {
    private DeskView() {}

    /**
     * The agent.
     *
     * @param leaving a pause or a log-out was asked for and has to wait
     * @param phone {@code own}, {@code mobile} or {@code browser}
     * @param mobile number of the own mobile phone; empty for none
     * @param leg the phone's: NONE, CONNECTING, PARKED, BRIDGED, UNKNOWN
     */
    record Me(
            long id,
            String name,
            String state,
            Instant since,
            String pauseCode,
            boolean leaving,
            boolean leavingForGood,
            String phone,
            String mobile,
            boolean rungForEachCall,
            String leg) {}

    /** The agent to whom I listen. @param how {@code LISTEN}, {@code WHISPER} or {@code BARGE} */
    record Monitored(long agentId, String name, String how) {}

    /**
     * A colleague who calls me, is called by me, or speaks with me.
     *
     * @param mine whether it was I who called
     * @param stage {@code CALLED}, then as the floor has it: COMING, PRIVATE, JOINING, CONFERENCE
     */
    record Colleague(long agentId, String name, boolean mine, String stage) {}

    /**
     * The present call, from its preview to the end of wrap-up.
     *
     * @param stage as the floor has it; OVER in wrap-up
     * @param step what Asterisk was asked for and has not confirmed; NONE for nothing
     * @param previewUntil left out unless it is a preview with a limit
     * @param wrapUpUntil left out unless it is wrapped up with a limit
     * @param disposed whether the agent has given the disposition already
     */
    record Call(
            long callId,
            long campaignId,
            String stage,
            boolean preview,
            String step,
            String recording,
            @Nullable Instant connectedAt,
            @Nullable Instant heldSince,
            @Nullable Instant previewUntil,
            @Nullable Instant wrapUpUntil,
            boolean disposed) {}

    /** Somebody who is parked and whom the agent may pick up. @param by who parked the customer */
    record Parked(long callId, String name, String number, Instant since, String by) {}

    /** Whom the call is with. @param zones of the number, at least one @param inbound whether the customer called */
    record Customer(
            long callId,
            long leadId,
            long campaignId,
            String number,
            List<String> zones,
            String firstName,
            String lastName,
            String externalId,
            String notes,
            @JsonRawValue String custom,
            @JsonRawValue String fields,
            boolean inbound,
            List<Attempt> attempts) {}

    /** An earlier call. @param inbound whether the customer called */
    record Attempt(
            long callId,
            Instant at,
            String outcome,
            String disposition,
            String agent,
            int talkSeconds,
            boolean inbound) {}

    /** A disposition. @param below code of the one that this is a kind of; empty for none */
    record Choice(String code, String label, boolean isFinal, String below) {}

    /** A campaign that the agent serves. */
    record MyCampaign(
            long id,
            String name,
            String mode,
            String state,
            String script,
            String recording,
            boolean forcedDisposition,
            List<Choice> dispositions) {}

    /** Why one may pause. */
    record Pause(String code, String label, int limitMinutes) {}

    /** The agent's day so far. @param stateSeconds without the state that lasts now */
    record Figures(
            int calls,
            int connected,
            long talkSeconds,
            Map<String, Integer> dispositions,
            Map<String, Long> stateSeconds) {}
}
