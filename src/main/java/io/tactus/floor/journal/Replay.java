package io.tactus.floor.journal;

import io.tactus.floor.Floor;
import io.tactus.floor.effect.Effect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Plays a journal into a fresh floor. Two replays of one journal, and the day itself, have the same {@link #digest()}. */
public final class Replay {
    private static final RecordCodec<Effect> CODEC = new RecordCodec<>(Effect.class);

    private final Floor floor = new Floor();
    private final MessageDigest digest;
    private long inputs;
    private long effects;

    /** A replay into an empty floor. */
    public Replay() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Plays the lines, each of them as {@link JournalLine#text()} wrote it, and shows every effect to the observer. */
    public void play(Stream<String> lines, Consumer<String> observer) {
        lines.forEach(text -> apply(JournalLine.parse(text), observer));
    }

    /** Plays one input. */
    public void apply(JournalLine line, Consumer<String> observer) {
        inputs++;
        floor.apply(line.micros(), line.input(), effect -> {
            String text = CODEC.write(effect);
            effects++;
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            observer.accept(text);
        });
    }

    /** SHA-256 over all effects so far, as hexadecimal text. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 can be cloned", e);
        }
    }

    /** Inputs played. */
    public long inputs() {
        return inputs;
    }

    /** Effects seen. */
    public long effects() {
        return effects;
    }

    /** The floor after the last input. */
    public Floor floor() {
        return floor;
    }
}
