package io.tactus.voicemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.tactus.platform.TactusConfig;
import io.tactus.recording.ByteRange;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EngineTest
class VoicemailTest {
    @Inject
    People people;

    @Inject
    Given given;

    @Inject
    DataSource database;

    @Inject
    TactusConfig config;

    @Test
    void aMessageIsListedPlayedAndTickedOff() throws Exception {
        long campaign = given.aCampaign();
        byte[] sound = sound("voicemail/one.wav");
        long id = message(campaign, "voicemail/one");
        people.as("agent")
                .get("/api/voicemail?unheard=true&campaignId=" + campaign)
                .then()
                .body("", hasSize(1))
                .body("[0].lengthMillis", equalTo(1_500));
        var whole = people.as("agent").get("/api/voicemail/" + id + "/audio");
        assertThat(whole.contentType()).isEqualTo("audio/wav");
        assertThat(whole.asByteArray()).isEqualTo(sound);
        people.as("compliance")
                .get("/api/audit?entity=voicemail&entityId=" + id)
                .then()
                .body("events[0].actor", equalTo("test-agent"));
        people.as("agent").post("/api/voicemail/" + id + "/heard").then().body("heardBy", equalTo("test-agent"));
        people.as("supervisor").post("/api/voicemail/" + id + "/heard").then().body("heardBy", equalTo("test-agent"));
        people.as("agent")
                .get("/api/voicemail?unheard=true&campaignId=" + campaign)
                .then()
                .body("", hasSize(0));
    }

    @Test
    void aPlayerMayAskForAPart() throws Exception {
        sound("voicemail/two.wav");
        long id = message(given.aCampaign(), "voicemail/two.wav");
        var part = people.as("agent").header("Range", "bytes=2-4").get("/api/voicemail/" + id + "/audio");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-4/100");
        assertThat(part.asByteArray()).containsExactly(2, 3, 4);
        people.as("agent")
                .header("Range", "bytes=100-")
                .get("/api/voicemail/" + id + "/audio")
                .then()
                .statusCode(416);
    }

    @Test
    void aRowThatPointsElsewhereOpensNothing() throws Exception {
        Files.writeString(config.home().resolve("secret.wav"), "secret");
        Files.createDirectories(config.home().resolve("recordings"));
        Path link = config.home().resolve("recordings/link.wav");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, config.home().resolve("secret.wav"));
        for (String file : new String[] {"../secret.wav", "/etc/passwd", "link.wav"}) {
            long id = message(given.aCampaign(), file);
            people.as("agent").get("/api/voicemail/" + id + "/audio").then().statusCode(404);
        }
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-,0,99", "bytes=10-19,10,19", "bytes=90-200,90,99", "bytes=-10,90,99", "bytes=-500,0,99"})
    void rangesAreReadAsTheRfcSays(String header, long first, long last) {
        assertThat(ByteRange.parse(header, 100)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @CsvSource({"bytes=100-", "bytes=5-4", "bytes=-0", "bytes=-", "'bytes=0-1,3-4'", "lines=0-1", "bytes=a-b"})
    void otherRangesAreRefused(String header) {
        assertThat(ByteRange.parse(header, 100)).isEmpty();
    }

    private byte[] sound(String name) throws IOException {
        byte[] bytes = new byte[100];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        Path file = config.home().resolve("recordings").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return bytes;
    }

    private long message(long campaign, String file) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into voicemail_message (attempt_id, campaign_id, lead_id, file, length_ms, recorded_at)"
                                + " values (nextval('attempt_id'), ?, 0, ?, 1500, now()) returning id")) {
            statement.setLong(1, campaign);
            statement.setString(2, file);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
