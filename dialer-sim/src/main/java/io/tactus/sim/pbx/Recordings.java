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

/** Writes what callers leave: 8 kHz, 16 bit, mono WAV files with a tone in place of a voice, as loud as one, in the recordings folder only. */
final class Recordings {
    private static final int RATE = 8000;
    private static final int HEADER_BYTES = 44;
    private static final double TONE_HERTZ = 440;
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

    /** Writes a tone of the length; false when the file cannot be written. */
    boolean write(Path file, Duration length) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, wav(length.compareTo(LONGEST) > 0 ? LONGEST : length));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] wav(Duration length) {
        var samples = (int) (length.toMillis() * RATE / 1000);
        var bytes = ByteBuffer.allocate(HEADER_BYTES + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + 2 * samples).put(ascii("WAVEfmt "));
        bytes.putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16);
        bytes.put(ascii("data")).putInt(2 * samples);
        for (var i = 0; i < samples; i++) {
            bytes.putShort((short) (loudness(i) * Math.sin(2 * Math.PI * TONE_HERTZ * i / RATE)));
        }
        return bytes.array();
    }

    /** Swells and fades as syllables and sentences do. */
    private static double loudness(int sample) {
        double seconds = sample / (double) RATE;
        return AMPLITUDE
                * Math.abs(Math.sin(Math.PI * SYLLABLES * seconds))
                * Math.abs(Math.sin(Math.PI * SENTENCES * seconds));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
