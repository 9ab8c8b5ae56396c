package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput.NodeDown;
import io.tactus.platform.EngineClock;
import io.tactus.telephony.OriginateRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Responses that are lost, refused, or meant for another call. */
class RepliesTest extends FakeAmiStage {
    @Test
    void actionsWithoutAnswerEndByTheirDeadline() {
        server.mute.addAll(Set.of("Bridge", "Originate"));
        connect(settings().withActionPatience(Duration.ofMillis(300)));
        telephony.originate(request(1, "+15550100"));
        telephony.originate(request(2, "+15550100"));
        telephony.bridge(3, 7, 1, "n");
        await().atMost(PATIENCE).until(() -> server.actions("Originate").size() == 2);
        server.event("Newchannel", "tct-c-2.", "ChannelState: 0");

        floor.awaitCall(1, "OriginateFailed");
        floor.awaitCall(3, "BridgeFailed(7)");
        server.event("Hangup", "tct-c-2.", "Cause: 17");
        floor.awaitCall(2, "Ended(17)");
        assertThat(telephony.metrics().timeouts()).isEqualTo(3);
    }

    @Test
    void theRefusalOfADuplicateIsNotTakenForTheLiveCall() {
        connect(settings());
        telephony.originate(request(1, "+15550100"));
        await().atMost(PATIENCE).until(() -> !server.actions("Originate").isEmpty());
        server.event("Newchannel", "tct-c-1.", "ChannelState: 0");
        server.event("OriginateResponse", "tct-c-1.", "ActionID: another", "Response: Failure", "Reason: 0");
        server.event("Newstate", "tct-c-1.", "ChannelState: 6");

        floor.awaitCall(1, "Answered");
        server.event(
                "OriginateResponse",
                "tct-c-1.",
                "ActionID: " + server.actions("Originate").getFirst().get("ActionID"),
                "Response: Success",
                "Reason: 4");
        server.event("AsyncAGIStart", "tct-c-1.");
        floor.awaitCall(1, "Answered", "Parked");
    }

    @Test
    void aFailedOriginateWithoutAChannelIsReportedAndATimedOutOneIsNoAnswer() {
        connect(settings());
        telephony.originate(request(1, "+15550100"));
        telephony.originate(request(2, "+15550100"));
        await().atMost(PATIENCE).until(() -> server.actions("Originate").size() == 2);
        for (Map<String, String> originate : server.actions("Originate")) {
            String id = originate.get("ChannelId");
            server.event(
                    "OriginateResponse",
                    id,
                    "ActionID: " + originate.get("ActionID"),
                    "Response: Failure",
                    "Reason: " + (id.equals("tct-c-1.") ? 0 : 3));
        }

        floor.awaitCall(1, "OriginateFailed");
        floor.awaitCall(2, "Ended(19)");
    }

    @Test
    void withoutALinkEveryCommandIsAnswered() {
        telephony = new AsteriskTelephony(List.of(node(1)), settings(), EngineClock.realTime());
        telephony.start(floor);
        floor.await1(NodeDown.class, down -> true, 0);
        telephony.originate(request(1, "+15550100"));
        telephony.bridge(2, 7, 1, "n");
        telephony.originate(new OriginateRequest(3, "elsewhere", "carrier", "+15550100", "", 20_000, "-"));

        floor.awaitCall(1, "OriginateFailed");
        floor.awaitCall(2, "BridgeFailed(7)");
        floor.awaitCall(3, "OriginateFailed");
        assertThat(floor.inputs).filteredOn(NodeDown.class::isInstance).hasSize(1);
        assertThat(floor.inputs)
                .filteredOn(CallInput.OriginateFailed.class::isInstance)
                .hasSize(2);
    }
}
