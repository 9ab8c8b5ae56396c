package io.tactus.lab.past;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** The fields of one line of a recording; whatever is wrong is said with the field's name. */
final class Fields {
    private static final int LONGEST_TEXT = 200;

    private final JsonNode line;

    Fields(JsonNode line) {
        this.line = line;
        if (!line.isObject()) {
            throw new IllegalArgumentException("expected an object such as {\"dial\":12.5,...}");
        }
    }

    boolean has(String name) {
        return line.has(name);
    }

    Setting setting() {
        if (!line.path("format").asText().equals(RecordingFile.FORMAT)) {
            throw new IllegalArgumentException(
                    "a recording begins with {\"format\":\"" + RecordingFile.FORMAT + "\",...}");
        }
        only("format version campaign mode zone begin seconds cap ringSeconds releaseRungSeconds choosesLeads"
                + " rescueAfterSeconds");
        int version = (int) number("version", 0, 1_000);
        if (version != RecordingFile.VERSION) {
            throw new IllegalArgumentException(
                    "version %d is not known, only %d".formatted(version, RecordingFile.VERSION));
        }
        return new Setting(
                text("campaign"),
                text("mode"),
                ZoneId.of(text("zone")),
                Instant.parse(text("begin")),
                number("seconds", 1, 100 * Dial.LONGEST),
                number("cap", 0, 1),
                number("ringSeconds", 1, 600),
                number("releaseRungSeconds", 0, 600),
                flag("choosesLeads"),
                number("rescueAfterSeconds", 0, 3_600));
    }

    Dial dial() {
        only("dial ending after waited talk");
        return new Dial(
                number("dial", 0, 100 * Dial.LONGEST),
                choice("ending", Ending.class),
                number("after", 0, Dial.LONGEST),
                line.has("waited") ? number("waited", 0, Dial.LONGEST) : 0,
                line.has("talk") ? number("talk", 0, Dial.LONGEST) : Dial.UNKNOWN);
    }

    Duty duty() {
        only("agent at state");
        double agent = number("agent", 1, Recording.MOST_AGENTS);
        if (agent != Math.rint(agent)) {
            throw new IllegalArgumentException("agent must be a whole number, not " + agent);
        }
        return new Duty(number("at", 0, 100 * Dial.LONGEST), (int) agent, choice("state", Duty.State.class));
    }

    Running running() {
        only("campaignDials at");
        return new Running(number("at", 0, 100 * Dial.LONGEST), flag("campaignDials"));
    }

    /** The foot must count what was read. */
    void end(int dials, int duties) {
        only("end dials agentStates");
        flag("end");
        if (number("dials", 0, Integer.MAX_VALUE) != dials || number("agentStates", 0, Integer.MAX_VALUE) != duties) {
            throw new IllegalArgumentException(
                    "%s dials and %s states of agents were written, and there are %d and %d: lines are missing"
                            .formatted(line.get("dials"), line.get("agentStates"), dials, duties));
        }
    }

    private void only(String names) {
        List<String> known = List.of(names.split(" "));
        for (var field : line.properties()) {
            if (!known.contains(field.getKey())) {
                throw new IllegalArgumentException(
                        "unknown field '%s'; known here: %s".formatted(cut(field.getKey()), String.join(", ", known)));
            }
        }
    }

    private JsonNode value(String name) {
        JsonNode value = line.get(name);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("the field '" + name + "' is missing");
        }
        return value;
    }

    private double number(String name, double least, double most) {
        JsonNode value = value(name);
        double number = value.asDouble();
        if (!value.isNumber() || !(number >= least && number <= most)) {
            throw new IllegalArgumentException("%s must be a number from %.0f to %.0f, not %s"
                    .formatted(name, least, most, cut(value.toString())));
        }
        return number;
    }

    private boolean flag(String name) {
        JsonNode value = value(name);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(name + " must be true or false, not " + cut(value.toString()));
        }
        return value.asBoolean();
    }

    private String text(String name) {
        JsonNode value = value(name);
        if (!value.isTextual() || value.asText().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "%s must be a text of at most %d characters".formatted(name, LONGEST_TEXT));
        }
        return value.asText();
    }

    private <E extends Enum<E>> E choice(String name, Class<E> type) {
        String text = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s must be one of %s, not '%s'"
                        .formatted(name, Arrays.toString(type.getEnumConstants()), cut(text))));
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
