package io.tactus.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ProtocolTest {

    @Test
    void loggingInByChallenge() throws NoSuchAlgorithmException {
        try (var network = Networks.start();
                var client = new AmiClient(network.port())) {
            var challenge = client.ask("Challenge", "AuthType: MD5").get("Challenge");
            var digest = MessageDigest.getInstance("MD5")
                    .digest((challenge + AmiClient.SECRET).getBytes(StandardCharsets.UTF_8));

            var response = client.ask(
                    "Login",
                    "AuthType: MD5",
                    "Username: tactus",
                    "Key: " + HexFormat.of().formatHex(digest));

            assertThat(response).containsEntry("Message", "Authentication accepted");
            client.await(message -> "FullyBooted".equals(message.get("Event")));
        }
    }

    @Test
    void aWrongSecretIsRefusedAndTheConnectionClosed() {
        try (var network = Networks.start();
                var client = new AmiClient(network.port())) {
            assertThat(client.ask("Login", "Username: tactus", "Secret: guess"))
                    .containsEntry("Message", "Authentication failed");
            client.awaitClosed();
        }
    }

    @Test
    void nothingIsAllowedBeforeTheLogin() {
        try (var network = Networks.start();
                var client = new AmiClient(network.port())) {
            assertThat(client.ask("CoreShowChannels")).containsEntry("Message", "Permission denied");
        }
    }

    @Test
    void unknownActionsAreRefused() {
        try (var network = Networks.start();
                var client = AmiClient.loggedIn(network)) {
            assertThat(client.ask("Nonsense").get("Message")).startsWith("Invalid/unknown command: Nonsense.");
        }
    }

    @Test
    void theVersionIsTold() {
        try (var network = Networks.start();
                var client = AmiClient.loggedIn(network)) {
            assertThat(client.ask("CoreSettings").get("AsteriskVersion")).startsWith("22.");
            assertThat(client.ask("Command", "Command: core show version").get("Output"))
                    .startsWith("Asterisk 22.");
        }
    }

    @Test
    void aSessionWithoutEventsGetsNone() {
        try (var network = Networks.start("100 noanswer");
                var quiet = AmiClient.loggedIn(network);
                var client = AmiClient.loggedIn(network)) {
            assertThat(quiet.ask("Events", "EventMask: off")).containsEntry("Events", "Off");
            client.originate("PJSIP/100@carrier", "c1", "tactus-out");
            client.awaitEvent("DialState", "c1");

            quiet.ask("Ping");

            assertThat(quiet.events()).doesNotContain("Newchannel");
        }
    }

    @Test
    void rubbishIsAnsweredWithAnErrorAndHarmsNobody() {
        try (var network = Networks.start();
                var hostile = AmiClient.loggedIn(network);
                var client = AmiClient.loggedIn(network)) {
            hostile.raw("no colon here\r\n\r\n");
            hostile.await(m -> "Missing action in request".equals(m.get("Message")));
            hostile.raw("Action: Ping\r\nX: " + "a".repeat(3000) + "\r\n\r\n");
            hostile.await(m -> "Failed to parse message: line too long".equals(m.get("Message")));
            hostile.raw("Action: Ping\r\n" + "V: 1\r\n".repeat(200) + "\r\n");
            hostile.await(m -> "Too many lines in message or allocation failure".equals(m.get("Message")));
            hostile.raw("\0\1\u00ff\r\n\r\n");
            hostile.await(m -> "Missing action in request".equals(m.get("Message")));

            assertThat(client.ask("Ping")).containsEntry("Ping", "Pong");
        }
    }

    @Test
    void aLineWithoutEndClosesTheConnection() {
        try (var network = Networks.start();
                var hostile = new AmiClient(network.port())) {
            hostile.raw("x".repeat((1 << 20) + 1));

            hostile.awaitClosed();
        }
    }

    @Test
    void aValueCannotSmuggleInASecondMessage() {
        try (var network = Networks.start();
                var client = AmiClient.loggedIn(network)) {
            client.originate("PJSIP/100\rEvent: Forged@carrier", "c1", "tactus-out");

            assertThat(client.awaitEvent("DialBegin", "c1")).containsEntry("DialString", "100 Event: Forged@carrier");
        }
    }
}
