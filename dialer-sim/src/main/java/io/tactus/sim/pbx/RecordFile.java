package io.tactus.sim.pbx;

import io.tactus.sim.ledger.Facts;
import io.tactus.sim.time.Scheduler;
import io.tactus.sim.world.Party;
import java.nio.file.Path;
import java.time.Duration;

/** The AGI command RECORD FILE: how long the caller speaks, what ends it, and the file that is left. */
final class RecordFile {
    private static final Duration BEEP = Duration.ofMillis(400);
    /** After the last word a person hangs up, unless silence detection is quicker. */
    private static final Duration AFTER_LAST_WORD = Duration.ofSeconds(2);

    private final Scheduler scheduler;
    private final FarEnd farEnd;
    private final Voice voice;
    private final Recordings recordings;
    private final Facts facts;

    RecordFile(PbxParts parts, FarEnd farEnd, Voice voice, Recordings recordings) {
        this.scheduler = parts.scheduler();
        this.farEnd = farEnd;
        this.voice = voice;
        this.recordings = recordings;
        this.facts = parts.facts();
    }

    /** A file that cannot be written ends the AGI and the call, as in Asterisk. */
    AgiOutcome begin(Channel channel, AgiCommand command) {
        var located = recordings.locate(command.word(2), command.word(3));
        if (located.isEmpty()) {
            return AgiOutcome.atOnce("200 result=-1 (writefile)", AgiOutcome.Next.LEAVE);
        }
        var file = located.get();
        farEnd.pauses(channel);
        var beep = beep(command);
        var speech = voice.speech(channel);
        var timeout = timeout(command);
        var silence = silence(command);
        var begun = scheduler.nowNanos() + beep.toNanos();
        Runnable cutShort = () -> save(channel, file, Duration.ofNanos(Math.max(0, scheduler.nowNanos() - begun)));

        var bySilence = silence.isPositive() ? speech.plus(silence) : timeout;
        var byHangup = channel.party instanceof Party.Person ? speech.plus(AFTER_LAST_WORD) : timeout;
        var length = shortest(timeout, bySilence, byHangup);
        var hangsUp = byHangup.equals(length) && byHangup.compareTo(timeout) < 0 && byHangup.compareTo(bySilence) < 0;
        var result = hangsUp
                ? "200 result=-1 (hangup) endpos=" + samples(length)
                : "200 result=0 (timeout) endpos=" + samples(length);
        return AgiOutcome.after(beep.plus(length), result)
                .then(() -> save(channel, file, length), cutShort)
                .leadingTo(hangsUp ? AgiOutcome.Next.FAR_END_HANGS_UP : AgiOutcome.Next.STAY);
    }

    private void save(Channel channel, Path file, Duration length) {
        if (recordings.write(file, length)) {
            facts.noted(channel.uniqueId, channel.number, "recorded");
        }
    }

    private static long samples(Duration length) {
        return length.toMillis() * 8;
    }

    private static Duration beep(AgiCommand command) {
        return command.wordsFrom(6).stream().anyMatch("BEEP"::equalsIgnoreCase) ? BEEP : Duration.ZERO;
    }

    /** -1 means no time-out. */
    private static Duration timeout(AgiCommand command) {
        var wanted = AgiExecution.milliseconds(command.word(5));
        return wanted.isZero() ? Duration.ofHours(1) : wanted;
    }

    private static Duration silence(AgiCommand command) {
        return command.wordsFrom(6).stream()
                .filter(word -> word.startsWith("s="))
                .map(word -> AgiExecution.milliseconds(word.substring(2)).multipliedBy(1000))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static Duration shortest(Duration a, Duration b, Duration c) {
        var ab = a.compareTo(b) <= 0 ? a : b;
        return ab.compareTo(c) <= 0 ? ab : c;
    }
}
