package io.tactus.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flows of calls, with the order of events that was recorded from Asterisk 22.10. */
class CallFlowTest {

    @Test
    void anAnsweredCallIsParked() {
        try (var network = Networks.start("100 answer ring=1 after=4");
                var client = AmiClient.loggedIn(network)) {
            assertThat(client.originate("PJSIP/100@carrier", "c1", "tactus-out"))
                    .containsEntry("Message", "Originate successfully queued");

            var parked = client.awaitEvent("AsyncAGIStart", "c1");

            assertThat(client.eventsOf("c1"))
                    .containsExactly(
                            "Newchannel",
                            "DialBegin",
                            "Newstate",
                            "DialState",
                            "Newstate",
                            "DialEnd",
                            "OriginateResponse",
                            "AsyncAGIStart");
            assertThat(parked)
                    .containsEntry("Channel", "PJSIP/carrier-00000000")
                    .containsEntry("Context", "tactus-out")
                    .containsEntry("CallerIDNum", "4930100")
                    .containsEntry("ChannelStateDesc", "Up");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "busy, 17, BUSY, 0",
        "invalid, 1, NOANSWER, 0",
        "congestion, 34, CONGESTION, 0",
        "rejected, 21, NOANSWER, 0"
    })
    void aRefusedCallTellsItsCause(String behaviour, String cause, String dialStatus, String reason) {
        try (var network = Networks.start("100 " + behaviour);
                var client = AmiClient.loggedIn(network)) {
            client.originate("PJSIP/100@carrier", "c1", "tactus-out");

            assertThat(client.awaitEvent("DialEnd", "c1")).containsEntry("DialStatus", dialStatus);
            assertThat(client.awaitEvent("OriginateResponse", "c1"))
                    .containsEntry("Response", "Failure")
                    .containsEntry("Reason", reason);
            assertThat(client.awaitEvent("Hangup", "c1")).containsEntry("Cause", cause);
        }
    }

    @Test
    void anUnansweredCallIsGivenUpWithoutDialEnd() {
        try (var network = Networks.start("100 noanswer");
                var client = AmiClient.loggedIn(network)) {
            client.originate("PJSIP/100@carrier", "c1", "tactus-out", "Timeout: 4000");

            assertThat(client.awaitEvent("OriginateResponse", "c1")).containsEntry("Reason", "3");
            assertThat(client.awaitEvent("Hangup", "c1")).containsEntry("Cause", "19");
            assertThat(client.eventsOf("c1")).doesNotContain("DialEnd");
        }
    }

    @Test
    void aLivingChannelIdIsRefused() {
        try (var network = Networks.start("100 noanswer");
                var client = AmiClient.loggedIn(network)) {
            client.originate("PJSIP/100@carrier", "c1", "tactus-out");
            client.awaitEvent("DialState", "c1");

            client.originate("PJSIP/100@carrier", "c1", "tactus-out");

            assertThat(client.awaitEvent("OriginateResponse", "c1")).containsEntry("Response", "Failure");
            assertThat(network.statistics().duplicates()).isOne();
            assertThat(network.statistics().originates()).isOne();
        }
    }

    @Test
    void machineDetectionReportsBeforeParking() {
        try (var network = Networks.start("100 machine greeting=9");
                var client = AmiClient.loggedIn(network)) {
            client.originate("PJSIP/100@carrier", "c1", "tactus-out-amd");

            assertThat(client.awaitEvent("UserEvent", "c1"))
                    .containsEntry("UserEvent", "TactusAmd")
                    .containsKeys("Status", "Cause");
            assertThat(client.awaitEvent("AsyncAGIStart", "c1")).containsEntry("Priority", "3");
        }
    }

    @Test
    void theAgentsLegFallsBackWhenTheCustomerHangsUp() {
        try (var network = Networks.start("100 answer talk=5");
                var client = AmiClient.loggedIn(network)) {
            connect(client);

            client.awaitEvent("AsyncAGIStart", "agent");

            assertThat(client.events())
                    .containsSubsequence(
                            "BridgeCreate",
                            "BridgeEnter",
                            "BridgeEnter",
                            "BridgeLeave",
                            "BridgeLeave",
                            "BridgeDestroy",
                            "AsyncAGIStart");
            assertThat(client.awaitEvent("Hangup", "c1")).containsEntry("Cause", "16");
            assertThat(network.statistics().bridges()).isOne();
            assertThat(network.statistics().answerToBridge().count()).isOne();
        }
    }

    @Test
    void theCustomerIsHungUpWhenTheAgentsLegGoes() {
        try (var network = Networks.start("100 answer talk=500");
                var client = AmiClient.loggedIn(network)) {
            connect(client);

            client.ask("Hangup", "Channel: agent", "Cause: 16");

            assertThat(client.awaitEvent("Hangup", "c1")).containsEntry("Cause", "16");
        }
    }

    @Test
    void aPersonLosesPatience() {
        try (var network = Networks.start("100 answer patience=3");
                var client = AmiClient.loggedIn(network)) {
            client.originate("PJSIP/100@carrier", "c1", "tactus-out");

            client.awaitEvent("Hangup", "c1");

            assertThat(client.eventsOf("c1")).endsWith("AsyncAGIStart", "AsyncAGIEnd", "Hangup");
        }
    }

    @Test
    void channelsAreListedWithWhatTheyDo() {
        try (var network = Networks.start("100 answer talk=500");
                var client = AmiClient.loggedIn(network)) {
            connect(client);

            assertThat(client.ask("CoreShowChannels")).containsEntry("EventList", "start");

            assertThat(client.awaitEvent("CoreShowChannel", "agent").get("BridgeId"))
                    .isNotEmpty();
            assertThat(client.await(m -> "CoreShowChannelsComplete".equals(m.get("Event"))))
                    .containsEntry("ListItems", "2");
        }
    }

    private static void connect(AmiClient client) {
        client.originate("PJSIP/1001", "agent", "tactus-agent");
        client.awaitEvent("AsyncAGIStart", "agent");
        client.originate("PJSIP/100@carrier", "c1", "tactus-out");
        var customer = client.awaitEvent("AsyncAGIStart", "c1").getOrDefault("Channel", "");
        client.ask("Bridge", "Channel1: " + customer, "Channel2: agent");
        client.awaitEvent("BridgeEnter", "agent");
    }
}
