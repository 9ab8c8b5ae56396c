package io.tactus.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.tactus.platform.EngineClock;
import io.tactus.platform.TactusConfig;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@EngineTest
class RetentionTest {
    private static int files;

    @Inject
    Retention retention;

    @Inject
    People people;

    @Inject
    Given given;

    @Inject
    DataSource database;

    @Inject
    TactusConfig config;

    @Inject
    EngineClock clock;

    private long campaign(int days) {
        return given.aCampaign(Map.of("recordingDays", days, "voicemailDays", days));
    }

    private Path sound() throws IOException {
        Path file = config.home().resolve("recordings/retention/" + ++files + ".wav");
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[100]);
    }

    private String name(Path file) {
        return config.home().resolve("recordings").relativize(file).toString();
    }

    private long row(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private long message(long campaign, int daysOld, String file) throws SQLException {
        return row("insert into voicemail_message (attempt_id, campaign_id, lead_id, file, length_ms, recorded_at)"
                + " values (nextval('attempt_id'), " + campaign + ", 1, '" + file + "', 1000, '" + ago(daysOld)
                + "') returning id");
    }

    private long recording(long campaign, int startedDaysAgo, String endedAt, String file) throws SQLException {
        return row("insert into recording (attempt_id, part, campaign_id, agent_id, file, started_at, ended_at)"
                + " values (nextval('attempt_id'), 1, " + campaign + ", 1, '" + file + "', '" + ago(startedDaysAgo)
                + "', " + endedAt + ") returning id");
    }

    private String ago(int days) {
        return clock.instant().minus(Duration.ofDays(days)).toString();
    }

    private long count(String table, long id) throws SQLException {
        return row("select count(*) from " + table + " where id = " + id);
    }

    @Test
    void whatIsOlderThanItsCampaignKeepsItIsDeletedAndNothingElse() throws Exception {
        long week = campaign(7);
        Path oldMessage = sound();
        Path youngMessage = sound();
        Path oldTalk = sound();
        Path runningTalk = sound();
        Path kept = sound();
        long gone = message(week, 8, name(oldMessage));
        message(week, 6, name(youngMessage));
        long talk = recording(week, 9, "'" + ago(8) + "'", name(oldTalk));
        recording(week, 7, "null", name(runningTalk));
        message(campaign(0), 4_000, name(kept));

        retention.sweep();

        assertThat(oldMessage).doesNotExist();
        assertThat(oldTalk).doesNotExist();
        assertThat(count("voicemail_message", gone)).isZero();
        assertThat(count("recording", talk)).isZero();
        assertThat(youngMessage).exists();
        assertThat(runningTalk).exists();
        assertThat(kept).exists();
        people.as("supervisor").get("/api/voicemail?campaignId=" + week).then().body("", hasSize(1));
    }

    @Test
    void aFileThatIsGoneTakesItsRowAlongAndOneOutsideTheFolderIsNotTouched() throws Exception {
        long week = campaign(7);
        Path outside = Files.writeString(config.home().resolve("outside.wav"), "mine");
        Path link = config.home().resolve("recordings/elsewhere");
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, config.home());
        long lost = message(week, 8, "retention/was-never-there");
        long up = message(week, 8, "../outside.wav");
        long linked = message(week, 8, "elsewhere/outside.wav");

        retention.sweep();

        assertThat(outside).exists();
        assertThat(count("voicemail_message", lost)).isZero();
        assertThat(count("voicemail_message", up)).isEqualTo(1);
        assertThat(count("voicemail_message", linked)).isEqualTo(1);
        Files.delete(link);
    }
}
