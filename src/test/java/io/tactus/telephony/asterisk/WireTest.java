package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.telephony.AgentPhone;
import io.tactus.telephony.OriginateRequest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the adapter writes to Asterisk, on which connection, whatever anybody typed. */
class WireTest extends FakeAmiStage {
    private static final Set<String> ACTIONS = Set.of(
            "Challenge", "Login", "Ping", "CoreSettings", "CoreShowChannels", "Originate", "Bridge", "AGI", "Hangup");
    private static final Set<String> HEADERS = Set.of(
            "Action",
            "ActionID",
            "AuthType",
            "Username",
            "Key",
            "Events",
            "Channel",
            "ChannelId",
            "Context",
            "Exten",
            "Priority",
            "Timeout",
            "CallerID",
            "Variable",
            "Async",
            "EarlyMedia",
            "Channel1",
            "Channel2",
            "Tone",
            "Command",
            "CommandID",
            "Cause");

    @Test
    void oneConnectionForEventsAndOneForActions() {
        connect(settings());
        telephony.originate(request(1, "+15550100"));
        await().atMost(PATIENCE).until(() -> !server.actions("Originate").isEmpty());

        assertThat(server.actions("Login"))
                .extracting(login -> login.get("Username") + " " + login.get("Events"))
                .containsExactlyInAnyOrder("acting off", "listening system,call,agi,user");
        assertThat(server.connections)
                .filteredOn(FakeAmi.Connection::wantsEvents)
                .singleElement()
                .satisfies(events -> assertThat(events.actions)
                        .extracting(action -> action.get("Action"))
                        .containsOnly("Challenge", "Login", "Ping"));
    }

    @Test
    void aCustomerIsDialledByTheTrunkItselfUnderItsOwnId() {
        connect(settings());
        telephony.originate(new OriginateRequest(42, "n", "carrier", "+15550100", "+15550199", 25_000, "2500,1500"));
        await().atMost(PATIENCE).until(() -> !server.actions("Originate").isEmpty());

        assertThat(server.actions("Originate").getFirst())
                .containsEntry("Channel", "PJSIP/+15550100@carrier")
                .containsEntry("ChannelId", "tct-c-42.")
                .containsEntry("Context", "tactus-out-amd")
                .containsEntry("Timeout", "25000")
                .containsEntry("CallerID", "+15550199")
                .containsEntry("Variable", "TACTUS_AMD=2500\\,1500")
                .containsEntry("Async", "true")
                .containsEntry("EarlyMedia", "false");
    }

    @Test
    void noTextOfAnybodysReachesTheWireAsAnAction() {
        connect(settings());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 1; i <= 300; i++) {
            telephony.originate(new OriginateRequest(
                    i,
                    "n",
                    dirt(random),
                    dirt(random),
                    dirt(random),
                    25_000,
                    random.nextBoolean() ? "-" : dirt(random)));
            telephony.connectLeg(i, 1, "n", AgentPhone.at(dirt(random)));
            telephony.play(i, "n", dirt(random), random.nextBoolean());
            telephony.recordVoicemail(i, "n", dirt(random), random.nextInt(700) - 20);
        }
        telephony.hangUp(99_999, "n");
        await().atMost(PATIENCE)
                .until(() -> server.actions("Hangup").stream().anyMatch(a -> "tct-c-99999.".equals(a.get("Channel"))));

        for (FakeAmi.Connection connection : server.connections) {
            for (Map<String, String> action : connection.actions) {
                assertThat(action.keySet()).as("seed " + seed).isSubsetOf(HEADERS);
                assertThat(action.get("Action")).as("seed " + seed).isIn(ACTIONS);
            }
        }
        assertThat(floor.call(1)).isNotEmpty();
    }

    private static String dirt(Random random) {
        List<String> pieces = List.of(
                "carrier",
                "+15550100",
                "tactus/beep",
                "2500,1500",
                "\r\n",
                "\n",
                "\r",
                "\0",
                "Action: Logoff",
                "\r\n\r\n",
                "Action: Originate\r\n",
                ": ",
                ",",
                "\"",
                "@",
                "/",
                "..",
                " ",
                "\u00e9",
                "");
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
