package io.tactus.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.tactus.platform.TactusConfig;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EngineTest
class PromptsTest {
    private static final int STUDIO = 44_100;

    @Inject
    People people;

    @Inject
    Given given;

    @Inject
    TactusConfig config;

    /** A tone of 440 Hz in both channels, as a studio delivers it. */
    private static byte[] studio(double seconds, int amplitude) throws IOException {
        int frames = (int) (seconds * STUDIO);
        byte[] samples = new byte[4 * frames];
        for (int i = 0; i < frames; i++) {
            int sample = (int) (amplitude * Math.sin(2 * Math.PI * 440 * i / STUDIO));
            for (int channel = 0; channel < 2; channel++) {
                samples[4 * i + 2 * channel] = (byte) sample;
                samples[4 * i + 2 * channel + 1] = (byte) (sample >> 8);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(
                        new ByteArrayInputStream(samples), new AudioFormat(STUDIO, 16, 2, true, false), frames),
                AudioFileFormat.Type.WAVE,
                file);
        return file.toByteArray();
    }

    private Response upload(String name, byte[] file) {
        return people.as("manager")
                .contentType(ContentType.MULTIPART)
                .multiPart("name", name)
                .multiPart("file", "prompt.wav", file)
                .post("/api/prompts");
    }

    @Test
    void aStudiosSoundBecomesATelephonesAndIsPlayedByTheCampaignThatNamesIt() throws Exception {
        int id = upload("Nobody free", studio(1.5, 16_000))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        people.as("supervisor")
                .get("/api/prompts")
                .then()
                .body("find { it.id == " + id + " }.lengthMillis", equalTo(1_500))
                .body("find { it.id == " + id + " }.createdBy", equalTo("test-manager"));
        byte[] sound =
                people.as("compliance").get("/api/prompts/" + id + "/audio").asByteArray();
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(sound))) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(8_000);
            assertThat(audio.getFormat().getChannels()).isEqualTo(1);
            assertThat(audio.getFrameLength()).isCloseTo(12_000, within(80L));
            assertThat(crossings(audio.readAllBytes())).isCloseTo(2 * 440 * 1.5, within(10.0));
        }
        people.as("manager")
                .get("/api/prompts/" + id + "/waveform?slices=10")
                .then()
                .body("channels[0][5]", equalTo(49));
        String name = Given.fresh("campaign");
        given.aCampaign(Map.of("name", name, "promptMessage", "prompt/" + id));
        people.as("manager").get("/api/prompts").then().body("find { it.id == " + id + " }.usedBy", hasItem(name));
        people.as("manager").delete("/api/prompts/" + id).then().statusCode(409).body("detail", containsString(name));
    }

    /** How often the sound changes its sign: twice for each period of a tone. */
    private static double crossings(byte[] samples) {
        int crossings = 0;
        for (int i = 3; i < samples.length; i += 2) {
            crossings += samples[i] >= 0 == samples[i - 2] >= 0 ? 0 : 1;
        }
        return crossings;
    }

    @Test
    void whatNoCampaignPlaysMayGoWithItsFile() throws IOException {
        int id = upload("Out of date", studio(1, 9_000)).path("id");
        Path file = config.home().resolve("recordings/prompts/" + id + ".wav");
        assertThat(file).isNotEmptyFile();
        people.as("manager").delete("/api/prompts/" + id).then().statusCode(204);
        assertThat(file).doesNotExist();
        people.as("manager").get("/api/prompts/" + id + "/audio").then().statusCode(404);
        people.as("manager")
                .body(Map.of("name", Given.fresh("campaign"), "promptDrop", "prompt/" + id))
                .post("/api/campaigns")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("promptDrop"));
    }

    @ParameterizedTest
    @CsvSource({"0.2, 9000, shorter than half a second", "121, 9000, longer than 120 s", "2, 200, is silent"})
    void whatNobodyWouldHearIsRefused(double seconds, int amplitude, String why) throws IOException {
        upload("Refused", studio(seconds, amplitude))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("file"))
                .body("errors[0].message", containsString(why));
    }

    @Test
    void whatIsNoSoundOrHasNoNameOfItsOwnIsRefused() throws IOException {
        upload("Words", "no sound".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("must be a WAV file"));
        byte[] sound = studio(1, 9_000);
        byte[] strange = sound.clone();
        // A rate of 0 samples a second.
        java.util.Arrays.fill(strange, 24, 28, (byte) 0);
        upload("Strange", strange).then().statusCode(400).body("errors[0].field", equalTo("file"));
        upload(" ", sound).then().statusCode(400).body("errors[0].field", equalTo("name"));
        upload("Twice", sound).then().statusCode(201);
        upload("Twice", sound).then().statusCode(400).body("errors[0].field", equalTo("name"));
    }
}
