package io.tactus.telephony.asterisk;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The AGI commands behind a prompt and a voicemail. Asterisk works off a channel's commands one after another, so all of them are sent
 * at once. A command's id says what it was for, so that its end is understood after a restart of the engine too.
 *
 * <p>A prompt is played by {@code STREAM FILE}: only that tells that the file is missing, and then the call ends. A greeting is played
 * by {@code EXEC Playback}, which passes over a missing file: the caller still can leave a message.
 */
final class AgiCommands {
    private static final Pattern COMMAND_ID = Pattern.compile("tct-([wpgr])-([1-9][0-9]{0,18})-([0-9]{1,18})");
    private static final Pattern RESULT = Pattern.compile("200 result=(-?[0-9]{1,10})(?:[ (].*)?");
    private static final Pattern END_POSITION = Pattern.compile(".*endpos=([0-9]{1,15})\\b.*");
    private static final Pattern OWN_PROMPT = Pattern.compile("prompt/[0-9]{1,19}");
    private static final int SAMPLES_PER_MILLISECOND = 8;
    private static final int SILENCE_SECONDS = 5;

    private AgiCommands() {}

    /** What a command is for. */
    enum Purpose {
        WAIT("w"),
        PROMPT("p"),
        GREETING("g"),
        RECORDING("r");

        private final String letter;

        Purpose(String letter) {
            this.letter = letter;
        }

        static Purpose of(String letter) {
            for (Purpose purpose : values()) {
                if (purpose.letter.equals(letter)) {
                    return purpose;
                }
            }
            throw new IllegalArgumentException("no purpose has the letter '" + letter + "'");
        }
    }

    /** The id of a command. @param serial makes it unique */
    record CommandId(Purpose purpose, long callId, long serial) {
        @Override
        public String toString() {
            return "tct-" + purpose.letter + "-" + callId + "-" + serial;
        }

        static Optional<CommandId> find(String text) {
            Matcher matcher = COMMAND_ID.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new CommandId(
                        Purpose.of(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        Long.parseLong(matcher.group(3))));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /** A command line and its id. @param longestSeconds after which it is certainly over */
    record Command(CommandId id, String line, int longestSeconds) {}

    /**
     * What a command answered.
     *
     * @param ok whether it was carried out to its end
     * @param missing whether there was nothing to carry out: unknown command, missing file
     */
    record Result(boolean ok, boolean missing, int lengthMillis) {}

    /** A sound as Asterisk names it; prompts of the engine's own lie in the folder that both share. */
    private static String named(String field, String sound, String folder) {
        String name = AmiText.sound(field, sound);
        return OWN_PROMPT.matcher(name).matches() ? folder + "/prompts/" + name.substring(name.indexOf('/') + 1) : name;
    }

    static List<Command> prompt(long callId, long serial, String sound, boolean afterGreeting, String folder) {
        Command play = new Command(
                new CommandId(Purpose.PROMPT, callId, serial),
                "STREAM FILE " + named("sound", sound, folder) + " \"\"",
                120);
        if (!afterGreeting) {
            return List.of(play);
        }
        // 1.2 s of silence, once, within 30 s: the end of a machine's greeting and its beep.
        CommandId wait = new CommandId(Purpose.WAIT, callId, serial);
        return List.of(new Command(wait, "EXEC WaitForSilence 1200,1,30", 35), play);
    }

    static List<Command> voicemail(long callId, long serial, String greeting, int maxSeconds, String folder) {
        if (maxSeconds < 1 || maxSeconds > 600) {
            throw new RefusedValueException("a recording lasts 1 to 600 s, not " + maxSeconds);
        }
        String line = "RECORD FILE " + withoutEnding(folder, callId) + " wav \"#\" " + maxSeconds * 1_000 + " s="
                + SILENCE_SECONDS;
        return List.of(
                new Command(
                        new CommandId(Purpose.GREETING, callId, serial),
                        "EXEC Playback " + named("greeting", greeting, folder) + "&tactus/beep",
                        120),
                new Command(
                        new CommandId(Purpose.RECORDING, callId, serial),
                        AmiText.field("command", line),
                        maxSeconds + 120));
    }

    /** Where the call's voicemail is. */
    static String voicemailFile(String folder, long callId) {
        return withoutEnding(folder, callId) + ".wav";
    }

    static Result resultOf(String line) {
        Matcher result = RESULT.matcher(line);
        if (!result.matches()) {
            return new Result(false, true, 0);
        }
        Matcher position = END_POSITION.matcher(line);
        boolean known = position.matches();
        long samples = known ? Long.parseLong(position.group(1)) : 0;
        boolean failed = result.group(1).startsWith("-");
        return new Result(!failed, failed && known && samples == 0, (int)
                Math.min(Integer.MAX_VALUE, samples / SAMPLES_PER_MILLISECOND));
    }

    private static String withoutEnding(String folder, long callId) {
        return folder + "/vm-" + callId;
    }
}
