package io.tactus.sim.pbx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Writes what is recorded, 8 kHz and 16 bit, with tones in place of voices, in the recordings folder only. */
final class Recordings {
    private static final int RATE = 8000;
    private static final int HEADER_BYTES = 44;
    private static final double CUSTOMER_HERTZ = 440;
    private static final double AGENT_HERTZ = 280;
    private static final int AMPLITUDE = 16_000;
    /** A second. */
    private static final double SYLLABLES = 3.7;

    private static final double SENTENCES = 0.31;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Optional<Path> folder;

    Recordings(Optional<Path> folder) {
        this.folder = folder.map(path -> path.toAbsolutePath().normalize());
    }

    /** The file for a name as AGI gives it, without its ending; empty when it would lie outside the folder. */
    Optional<Path> locate(String name, String format) {
        try {
            return folder.map(base -> base.resolve(name + "." + format).normalize())
                    .filter(path -> folder.filter(path::startsWith).isPresent());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Writes a voice of the length; false when the file cannot be written. */
    boolean write(Path file, Duration length) {
        return write(file, wav(samples(length)));
    }

    /** Writes a talk of the length, without a header: two voices by turns, the channel's own first in each pair of samples. */
    boolean writeBothSides(Path file, Duration length) {
        return write(file, bothSides(samples(length)));
    }

    private static boolean write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int samples(Duration length) {
        var most = length.compareTo(LONGEST) > 0 ? LONGEST : length;
        return (int) (most.toMillis() * RATE / 1000);
    }

    private static byte[] wav(int samples) {
        var bytes = ByteBuffer.allocate(HEADER_BYTES + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + 2 * samples).put(ascii("WAVEfmt "));
        bytes.putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16);
        bytes.put(ascii("data")).putInt(2 * samples);
        for (var i = 0; i < samples; i++) {
            bytes.putShort(voice(i, CUSTOMER_HERTZ));
        }
        return bytes.array();
    }

    private static byte[] bothSides(int samples) {
        var bytes = ByteBuffer.allocate(4 * samples).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = 0; i < samples; i++) {
            var customersTurn = (long) (i * SENTENCES / RATE) % 2 == 0;
            bytes.putShort(customersTurn ? voice(i, CUSTOMER_HERTZ) : 0);
            bytes.putShort(customersTurn ? 0 : voice(i, AGENT_HERTZ));
        }
        return bytes.array();
    }

    /** Swells and fades as syllables and sentences do. */
    private static short voice(int sample, double hertz) {
        var seconds = sample / (double) RATE;
        var loudness = Math.sin(Math.PI * SYLLABLES * seconds) * Math.sin(Math.PI * SENTENCES * seconds);
        return (short) (AMPLITUDE * Math.abs(loudness) * Math.sin(2 * Math.PI * hertz * seconds));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
