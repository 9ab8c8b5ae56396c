package io.tactus.sim.pbx;

import io.tactus.sim.ledger.Facts;
import io.tactus.sim.time.Scheduler;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** Decides what each AGI command does and what it answers; the recording of messages is {@link RecordFile}'s. */
final class AgiExecution {
    private static final String OK = "200 result=0";
    private static final String SET = "200 result=1";

    private final Scheduler scheduler;
    private final FarEnd farEnd;
    private final Facts facts;
    private final Sounds sounds;
    private final Voice voice;
    private final RecordFile recordFile;

    AgiExecution(PbxParts parts, FarEnd farEnd, Sounds sounds, Voice voice, RecordFile recordFile) {
        this.scheduler = parts.scheduler();
        this.farEnd = farEnd;
        this.facts = parts.facts();
        this.sounds = sounds;
        this.voice = voice;
        this.recordFile = recordFile;
    }

    AgiOutcome begin(Channel channel, AgiCommand command) {
        return switch (command.name(0) + " " + command.name(1)) {
            case "STREAM FILE", "CONTROL STREAM" -> stream(channel, command);
            case "RECORD FILE" ->
                command.size() < 6
                        ? usage("RECORD FILE <filename> <format> <escape_digits> <timeout> [offset] [BEEP] [s=silence]")
                        : recordFile.begin(channel, command);
            case "SET VARIABLE" -> {
                channel.variables.put(command.word(2), command.word(3));
                yield AgiOutcome.atOnce(SET);
            }
            case "GET VARIABLE" -> {
                var value = channel.variables.getOrDefault(command.word(2), "");
                yield AgiOutcome.atOnce(value.isEmpty() ? OK : SET + " (" + value + ")");
            }
            case "CHANNEL STATUS" -> AgiOutcome.atOnce("200 result=" + channel.state.code);
            case "WAIT FOR" -> AgiOutcome.after(milliseconds(command.word(3)), OK);
            case "ASYNCAGI BREAK" -> AgiOutcome.atOnce(OK, AgiOutcome.Next.LEAVE);
            default -> oneWord(channel, command);
        };
    }

    /** What a command answers when the call ends or goes elsewhere in the middle of it. */
    String interruptedResult(Channel channel, AgiCommand command) {
        var samples = Math.max(0, scheduler.nowNanos() - channel.runningSinceNanos) / 125_000;
        return switch (command.name(0)) {
            case "RECORD" -> "200 result=-1 (hangup) endpos=" + samples + "\n";
            case "STREAM" -> "200 result=-1 endpos=" + samples + "\n";
            default -> "200 result=-1\n";
        };
    }

    private AgiOutcome oneWord(Channel channel, AgiCommand command) {
        return switch (command.name(0)) {
            case "ANSWER", "NOOP" -> AgiOutcome.atOnce(OK);
            case "VERBOSE" -> AgiOutcome.atOnce(SET);
            case "HANGUP" -> AgiOutcome.atOnce(SET, AgiOutcome.Next.HANG_UP);
            case "EXEC" -> exec(channel, command);
            default -> AgiOutcome.atOnce("510 Invalid or unknown command");
        };
    }

    private AgiOutcome exec(Channel channel, AgiCommand command) {
        var arguments = String.join(",", command.wordsFrom(2));
        return switch (command.word(1).toLowerCase(Locale.ROOT)) {
            case "playback" -> {
                var files = arguments.split(",", 2)[0];
                yield plays(channel, files, OK);
            }
            case "waitforsilence" -> AgiOutcome.after(silence(channel, arguments.split(",", -1)), OK);
            case "wait" -> AgiOutcome.after(seconds(arguments), OK);
            case "echo" -> {
                farEnd.talks(channel);
                yield AgiOutcome.endless().then(() -> {}, () -> farEnd.pauses(channel));
            }
            case "musiconhold" -> AgiOutcome.endless();
            case "noop", "answer", "verbose", "mixmonitor", "stopmixmonitor", "senddtmf", "set" ->
                AgiOutcome.atOnce(OK);
            default -> AgiOutcome.atOnce("200 result=-2");
        };
    }

    private AgiOutcome stream(Channel channel, AgiCommand command) {
        var file = command.name(0).equals("CONTROL") ? command.word(3) : command.word(2);
        if (command.size() < 4) {
            return usage("STREAM FILE FILENAME ESCAPE_DIGITS SAMPLE OFFSET");
        }
        if (sounds.missing(file)) {
            // Asterisk ends the AGI, and with it a customer's call.
            return AgiOutcome.atOnce("200 result=-1 endpos=0", AgiOutcome.Next.LEAVE);
        }
        var samples = sounds.lengthOf(file).toMillis() * 8;
        return plays(channel, file, OK + " endpos=" + samples);
    }

    private AgiOutcome plays(Channel channel, String files, String result) {
        farEnd.listens(channel);
        return AgiOutcome.after(sounds.lengthOf(files), result)
                .then(
                        () -> {
                            farEnd.pauses(channel);
                            facts.noted(channel.uniqueId, channel.number, "played");
                        },
                        () -> farEnd.pauses(channel));
    }

    /** WaitForSilence(milliseconds of silence, times, time-out in seconds). */
    private Duration silence(Channel channel, String[] arguments) {
        var wanted = milliseconds(arguments[0]);
        var times = arguments.length > 1 ? number(arguments[1]).orElse(1) : 1;
        var takes = voice.untilSilence(channel).plus(wanted.multipliedBy(Math.max(1, times)));
        var limit = arguments.length > 2 ? seconds(arguments[2]) : Duration.ZERO;
        return limit.isPositive() && takes.compareTo(limit) > 0 ? limit : takes;
    }

    private static AgiOutcome usage(String usage) {
        return AgiOutcome.atOnce(
                "520-Invalid command syntax.  Proper usage follows:\nUsage: " + usage + "\n520 End of proper usage.");
    }

    static Duration milliseconds(String word) {
        return Duration.ofMillis(Math.max(0, number(word).orElse(0)));
    }

    private static Duration seconds(String word) {
        return Duration.ofSeconds(Math.max(0, number(word).orElse(0)));
    }

    private static OptionalLong number(String word) {
        return word.matches("-?\\d{1,9}") ? OptionalLong.of(Long.parseLong(word)) : OptionalLong.empty();
    }
}
