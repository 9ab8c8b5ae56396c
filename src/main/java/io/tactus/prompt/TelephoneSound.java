package io.tactus.prompt;

import io.tactus.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** An uploaded sound as telephones carry it: 8 kHz, 16 bit, one channel. */
final class TelephoneSound {
    /** The floor ends a prompt that lasts longer. */
    static final int LONGEST_SECONDS = 120;

    private static final int RATE = 8_000;
    private static final float LOWEST_RATE = 4_000;
    private static final float HIGHEST_RATE = 384_000;
    private static final AudioFormat FORMAT = new AudioFormat(RATE, Short.SIZE, 1, true, false);
    private static final int BYTES_PER_SECOND = RATE * Short.BYTES;
    private static final int SHORTEST_SAMPLES = RATE / 2;
    /** Quieter than one hundredth of what is possible hears nobody. */
    private static final int AUDIBLE = Short.MAX_VALUE / 100;

    private final byte[] samples;

    private TelephoneSound(byte[] samples) {
        this.samples = samples;
    }

    /** Reads a WAV file of any rate, at most two minutes of it. @throws ProblemException with 400 when it is no such file, too long, too short or silent */
    static TelephoneSound read(Path file) throws IOException {
        byte[] samples;
        try (AudioInputStream uploaded = AudioSystem.getAudioInputStream(file.toFile())) {
            float rate = uploaded.getFormat().getSampleRate();
            boolean usual = rate >= LOWEST_RATE && rate <= HIGHEST_RATE;
            if (!usual || !AudioSystem.isConversionSupported(FORMAT, uploaded.getFormat())) {
                throw refused("cannot be turned into a telephone's sound: " + uploaded.getFormat());
            }
            try (AudioInputStream telephone = AudioSystem.getAudioInputStream(FORMAT, uploaded)) {
                samples = read(telephone);
            }
        } catch (UnsupportedAudioFileException e) {
            throw refused("must be a WAV file");
        }
        if (samples.length > LONGEST_SECONDS * BYTES_PER_SECOND) {
            throw refused("lasts longer than " + LONGEST_SECONDS + " s");
        }
        if (samples.length < SHORTEST_SAMPLES * Short.BYTES) {
            throw refused("is shorter than half a second");
        }
        if (loudest(samples) < AUDIBLE) {
            throw refused("is silent: nobody would hear anything");
        }
        return new TelephoneSound(samples);
    }

    /** One second more than may be, at most. What gives nothing more is over, whatever its header says. */
    private static byte[] read(AudioInputStream sound) throws IOException {
        byte[] samples = new byte[(LONGEST_SECONDS + 1) * BYTES_PER_SECOND];
        int length = 0;
        int read = 1;
        while (read > 0 && length < samples.length) {
            read = sound.read(samples, length, samples.length - length);
            length += Math.max(0, read);
        }
        return Arrays.copyOf(samples, length);
    }

    private static ProblemException refused(String why) {
        return ProblemException.invalid("file", why);
    }

    private static int loudest(byte[] samples) {
        ByteBuffer values = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
        int loudest = 0;
        while (values.remaining() >= Short.BYTES) {
            loudest = Math.max(loudest, Math.abs(values.getShort()));
        }
        return loudest;
    }

    int millis() {
        return (int) (1_000L * samples.length / BYTES_PER_SECOND);
    }

    void write(Path file) throws IOException {
        long frames = samples.length / Short.BYTES;
        try (AudioInputStream sound = new AudioInputStream(new ByteArrayInputStream(samples), FORMAT, frames)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }
}
