package io.tactus.lab.past;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Recordings as JSON lines: a head, then dials, agents' states and the campaign's in any order, then a foot with their numbers, without which the
 * file is not whole.
 *
 * <pre>
 * {"format":"tactus-recording","version":1,"campaign":"Autumn","mode":"predictive","zone":"Europe/Berlin",
 *  "begin":"2026-11-21T23:00:00Z","seconds":86400,"cap":0.03,"ringSeconds":25,"releaseRungSeconds":0,
 *  "choosesLeads":false,"rescueAfterSeconds":0}
 * {"dial":29041.2,"ending":"TALKED","after":9.21,"waited":0.01,"talk":118.4}
 * {"dial":29043.7,"ending":"RANG_OUT","after":25}
 * {"agent":1,"at":28800,"state":"READY"}
 * {"campaignDials":true,"at":28810}
 * {"end":true,"dials":2,"agentStates":1}
 * </pre>
 *
 * Times are seconds from {@code begin}, or delays in seconds. The first line is one line.
 */
public final class RecordingFile {
    /** The version that is written, and the only one that is read. */
    static final int VERSION = 1;

    static final String FORMAT = "tactus-recording";

    /** Dials that a recording may have; a day with more is refused, since a part of a day is another day. */
    public static final int MOST_DIALS = 300_000;

    /** Changes of agents' states that a recording may have. */
    public static final int MOST_DUTIES = 1_000_000;

    private static final long LARGEST_FILE = 200_000_000;
    private static final int LONGEST_LINE = 2_000;

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RecordingFile() {}

    /** Reads a recording. Whatever is wrong with it becomes an {@link IllegalArgumentException} that names the line. */
    public static Recording read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw new IllegalArgumentException(file + " is larger than " + LARGEST_FILE + " bytes: no recording");
        }
        int line = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            Reading reading = new Reading();
            for (String text = line(reader); !text.isEmpty(); text = line(reader)) {
                line++;
                reading.take(new Fields(JSON.readTree(text)));
            }
            return reading.recording();
        } catch (JsonProcessingException e) {
            throw wrong(file, line, "no JSON: " + e.getOriginalMessage());
        } catch (CharacterCodingException e) {
            throw wrong(file, line + 1, "no UTF-8");
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(file, line, String.valueOf(e.getMessage()));
        }
    }

    private static IllegalArgumentException wrong(Path file, int line, String what) {
        return new IllegalArgumentException(file + ", line " + line + ": " + what);
    }

    /** The next line, which may not be empty; an empty text at the end of the file. */
    private static String line(BufferedReader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        int next = reader.read();
        if (next == '\n') {
            // Blank lines are read as no JSON.
            return " ";
        }
        for (; next >= 0 && next != '\n'; next = reader.read()) {
            if (text.length() == LONGEST_LINE) {
                throw new IllegalArgumentException("the line after it is longer than " + LONGEST_LINE + " characters");
            }
            text.append((char) next);
        }
        return text.toString();
    }

    /** What was read so far. */
    private static final class Reading {
        private final List<Setting> head = new ArrayList<>();
        private final List<Dial> dials = new ArrayList<>();
        private final List<Duty> duties = new ArrayList<>();
        private final List<Running> running = new ArrayList<>();
        private boolean whole;

        void take(Fields line) {
            if (whole) {
                throw new IllegalArgumentException("nothing may come after the line that ends the recording");
            }
            if (head.isEmpty()) {
                head.add(line.setting());
            } else if (line.has("dial")) {
                limit(dials.size(), MOST_DIALS, "dials");
                dials.add(within(line.dial()));
            } else if (line.has("agent")) {
                limit(duties.size(), MOST_DUTIES, "states of agents");
                duties.add(line.duty());
            } else if (line.has("campaignDials")) {
                limit(running.size(), MOST_DUTIES, "states of the campaign");
                running.add(line.running());
            } else {
                line.end(dials.size(), duties.size());
                whole = true;
            }
        }

        private Dial within(Dial dial) {
            if (dial.at() > head.getFirst().seconds()) {
                throw new IllegalArgumentException("dial is at %s s, after the end of the recording at %s s"
                        .formatted(dial.at(), head.getFirst().seconds()));
            }
            return dial;
        }

        private static void limit(int count, int most, String what) {
            if (count >= most) {
                throw new IllegalArgumentException("more than " + most + " " + what);
            }
        }

        Recording recording() {
            if (!whole) {
                throw new IllegalArgumentException(
                        "the file ends here, without the line that ends a recording: it was cut off");
            }
            return new Recording(head.getFirst(), dials, duties, running);
        }
    }
}
