package io.tactus.lab.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecordingFileTest {
    private static final Setting SETTING = new Setting(
            "Autumn \"x\"\n",
            "predictive",
            ZoneId.of("Europe/Berlin"),
            Instant.parse("2026-11-21T23:00:00Z"),
            86_400,
            0.03,
            25,
            15,
            true,
            5);
    private static final Recording DAY = new Recording(
            SETTING,
            List.of(
                    new Dial(1.5, Ending.TALKED, 9.25, 0.01, 118.4),
                    new Dial(2, Ending.LEFT, 4, 1.2, Dial.UNKNOWN),
                    new Dial(3, Ending.GIVEN_UP, 15, 0, Dial.UNKNOWN)),
            List.of(new Duty(0, 1, Duty.State.READY), new Duty(10.75, 1, Duty.State.TALKING)),
            List.of(new Running(1, true)));
    private static final String HEAD =
            "{`format`:`tactus-recording`,`version`:1,`campaign`:`c`,`mode`:`power`,`zone`:`UTC`,`begin`:`2026-11-21T23:00:00Z`,`seconds`:100,"
                    + "`cap`:0.03,`ringSeconds`:25,`releaseRungSeconds`:0,`choosesLeads`:false,`rescueAfterSeconds`:0}\n";

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("day.jsonl"), text.replace('`', '"'));
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Path file = folder.resolve("day.jsonl");
        try (RecordingWriter writer = new RecordingWriter(Files.newOutputStream(file), SETTING)) {
            for (Dial dial : DAY.dials()) {
                writer.write(dial);
            }
            for (Duty duty : DAY.duties()) {
                writer.write(duty);
            }
            writer.write(DAY.running().getFirst());
            writer.end();
        }

        assertThat(RecordingFile.read(file)).isEqualTo(DAY);
        assertThat(Files.readAllLines(file)).hasSize(8).allMatch(line -> line.startsWith("{"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {`dial`:1,`ending`:`SANG`,`after`:2}                            | line 2: ending must be one of
                    {`dial`:1,`ending`:`BUSY`}                                      | line 2: the field 'after' is missing
                    {`dial`:-1,`ending`:`BUSY`,`after`:2}                           | line 2: dial must be a number from 0
                    {`dial`:1e999,`ending`:`BUSY`,`after`:2}                        | line 2
                    {`dial`:101,`ending`:`BUSY`,`after`:2}                          | line 2: dial is at 101.0 s, after the end
                    {`dial`:1,`ending`:`BUSY`,`after`:2,`number`:`+49`}             | line 2: unknown field 'number'
                    {`dial`:1,`dial`:1,`ending`:`BUSY`,`after`:2}                   | line 2: no JSON
                    {`dial`:1,`ending`:`BUSY`,`after`:2} {}                         | line 2: no JSON
                    {`agent`:5001,`at`:0,`state`:`READY`}                           | line 2: agent must be a number from 1 to 5000
                    {`agent`:1.5,`at`:0,`state`:`READY`}                            | line 2: agent must be a whole number
                    {`agent`:1,`at`:0,`state`:`ASLEEP`}                             | line 2: state must be one of
                    {`campaignDials`:`yes`,`at`:0}                                  | line 2: campaignDials must be true or false
                    [1]                                                             | line 2: expected an object
                    {`end`:true,`dials`:3,`agentStates`:0}                          | line 2: 3 dials and 0 states
                    """)
    void aLineThatMakesNoSenseIsNamed(String line, String message) throws IOException {
        Path file = file(HEAD + line + "\n{`end`:true,`dials`:1,`agentStates`:0}\n");

        assertThatThrownBy(() -> RecordingFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("day.jsonl", message);
    }

    @Test
    void aFileThatIsCutOffOrNoRecordingIsRefused() throws IOException {
        Path cut = file(HEAD + "{`dial`:1,`ending`:`BUSY`,`after`:2}\n");
        assertThatThrownBy(() -> RecordingFile.read(cut)).hasMessageContainingAll("line 2", "it was cut off");
        Path other = file("agents: {count: 3}\n");
        assertThatThrownBy(() -> RecordingFile.read(other)).hasMessageContaining("line 1: no JSON");
        Path future = file(HEAD.replace("`version`:1", "`version`:2"));
        assertThatThrownBy(() -> RecordingFile.read(future)).hasMessageContaining("version 2 is not known");
        Path zone = file(HEAD.replace("`UTC`", "`Mars`"));
        assertThatThrownBy(() -> RecordingFile.read(zone)).hasMessageContaining("line 1");
        Path wide = file(HEAD + " ".repeat(5_000) + "\n");
        assertThatThrownBy(() -> RecordingFile.read(wide)).hasMessageContaining("longer than 2000 characters");
        assertThatThrownBy(() -> RecordingFile.read(Path.of("no such file"))).hasMessageContaining("there is no file");
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe, 10});
        assertThatThrownBy(() -> RecordingFile.read(bytes)).isInstanceOf(IllegalArgumentException.class);
    }
}
