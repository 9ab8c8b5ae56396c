package io.tactus.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.sim.pbx.PbxSettings;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgiCommandsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ANSWER | 200 result=0",
                "SET VARIABLE A \"b c\" | 200 result=1",
                "GET VARIABLE NOSUCH | 200 result=0",
                "EXEC Playback sorry | 200 result=0",
                "EXEC WaitForSilence 500,1,5 | 200 result=0",
                "STREAM FILE beep \"\" | 200 result=0 endpos=48000",
                "EXEC NoSuchApp x | 200 result=-2",
                "GIBBERISH | 510 Invalid or unknown command"
            })
    void aCommandAnswersAsAsteriskDoes(String command, String expected) {
        try (var network = Networks.start("100 answer patience=60 listen=60");
                var client = parked(network)) {
            assertThat(result(client, command)).isEqualTo(expected + "\n");
        }
    }

    @Test
    void aVariableThatWasSetCanBeRead() {
        try (var network = Networks.start("100 answer patience=60");
                var client = parked(network)) {
            result(client, "SET VARIABLE A \"b c\"");

            assertThat(result(client, "GET VARIABLE A")).isEqualTo("200 result=1 (b c)\n");
        }
    }

    @Test
    void hangingUpDuringAMessageEndsTheCommandWithMinusOne() {
        try (var network = Networks.start("100 answer patience=60 listen=2");
                var client = parked(network)) {
            assertThat(result(client, "EXEC Playback sorry")).isEqualTo("200 result=-1\n");

            client.awaitEvent("Hangup", "c1");
            assertThat(client.eventsOf("c1")).endsWith("AsyncAGIExec", "AsyncAGIEnd", "Hangup");
        }
    }

    @Test
    void breakingOutOfAgiEndsTheCustomersCall() {
        try (var network = Networks.start("100 answer patience=60");
                var client = parked(network)) {
            result(client, "ASYNCAGI BREAK");

            client.awaitEvent("Hangup", "c1");
            assertThat(client.eventsOf("c1")).endsWith("AsyncAGIEnd", "Hangup");
        }
    }

    @Test
    void aMessageIsRecordedAsAWavFileAsLongAsThePersonSpoke(@TempDir Path folder)
            throws IOException, UnsupportedAudioFileException {
        var settings = Networks.settings("100 answer patience=60 speak=3").withPbx(recordingTo(folder));
        try (var network = SimulatedNetwork.start(settings);
                var client = parked(network)) {
            assertThat(result(client, "RECORD FILE box/m1 wav \"#\" 30000 BEEP s=1"))
                    .isEqualTo("200 result=0 (timeout) endpos=32000\n");

            try (var audio =
                    AudioSystem.getAudioInputStream(folder.resolve("box/m1.wav").toFile())) {
                assertThat(audio.getFormat().getSampleRate()).isEqualTo(8000);
                assertThat(audio.getFrameLength()).isEqualTo(32_000);
            }
        }
    }

    @Test
    void aFileOutsideTheRecordingsFolderIsNotWritten(@TempDir Path folder) {
        var inside = folder.resolve("inside");
        var settings = Networks.settings("100 answer patience=60").withPbx(recordingTo(inside));
        try (var network = SimulatedNetwork.start(settings);
                var client = parked(network)) {
            assertThat(result(client, "RECORD FILE ../outside wav \"#\" 1000"))
                    .isEqualTo("200 result=-1 (writefile)\n");

            assertThat(Files.exists(folder.resolve("outside.wav"))).isFalse();
        }
    }

    private static PbxSettings recordingTo(Path folder) {
        return new PbxSettings(Duration.ofMillis(300), Optional.empty(), Duration.ofSeconds(6), Optional.of(folder));
    }

    private static AmiClient parked(SimulatedNetwork network) {
        var client = AmiClient.loggedIn(network);
        client.originate("PJSIP/100@carrier", "c1", "tactus-out");
        client.awaitEvent("AsyncAGIStart", "c1");
        return client;
    }

    private static String result(AmiClient client, String command) {
        client.ask("AGI", "Channel: c1", "CommandID: k", "Command: " + command);
        var executed = client.awaitEvent("AsyncAGIExec", "c1");
        assertThat(executed).containsEntry("CommandId", "k");
        return URLDecoder.decode(executed.getOrDefault("Result", ""), StandardCharsets.UTF_8);
    }
}
