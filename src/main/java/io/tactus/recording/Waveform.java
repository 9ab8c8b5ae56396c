package io.tactus.recording;

import io.tactus.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * How loud a sound is over its length, for a picture of it.
 *
 * @param millis its length
 * @param channels for each channel the peaks of its slices, which are equally long, in percent of the loudest that the file could hold
 */
public record Waveform(long millis, List<List<Integer>> channels) {
    private static final int CHUNK_FRAMES = 8_192;
    private static final int MOST_CHANNELS = 2;
    private static final int LOUDEST = 1 << 15;

    /** Copies the lists. */
    public Waveform {
        channels = channels.stream().map(List::copyOf).toList();
    }

    /** Reads the sound, a WAV of 16 bits with one channel or two, and keeps no more of it in memory than a chunk. @throws ProblemException with 409 when it is something else */
    public static Waveform of(Sound recorded, int slices) throws IOException {
        try (InputStream file = new BufferedInputStream(recorded.open(0));
                AudioInputStream sound = AudioSystem.getAudioInputStream(file)) {
            AudioFormat format = sound.getFormat();
            boolean known = format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED)
                    && format.getSampleSizeInBits() == Short.SIZE
                    && format.getChannels() <= MOST_CHANNELS;
            if (!known) {
                throw ProblemException.conflict("The sound is in a form that cannot be drawn: " + format);
            }
            long frames = sound.getFrameLength();
            int[][] peaks = peaks(sound, frames, slices);
            List<List<Integer>> channels = new ArrayList<>();
            for (int[] channel : peaks) {
                channels.add(Arrays.stream(channel)
                        .map(peak -> Math.round(100f * peak / LOUDEST))
                        .boxed()
                        .toList());
            }
            return new Waveform(Math.round(1_000 * frames / format.getFrameRate()), channels);
        } catch (UnsupportedAudioFileException e) {
            throw ProblemException.conflict("The file is no sound that can be drawn: " + e.getMessage());
        }
    }

    private static int[][] peaks(AudioInputStream sound, long frames, int slices) throws IOException {
        AudioFormat format = sound.getFormat();
        int[][] peaks = new int[format.getChannels()][frames == 0 ? 0 : slices];
        byte[] chunk = new byte[CHUNK_FRAMES * format.getFrameSize()];
        ByteBuffer samples =
                ByteBuffer.wrap(chunk).order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        long frame = 0;
        for (int read = sound.read(chunk); read > 0; read = sound.read(chunk)) {
            samples.clear().limit(read - read % format.getFrameSize());
            for (; samples.hasRemaining() && frame < frames; frame++) {
                int slice = (int) (frame * slices / frames);
                for (int[] channel : peaks) {
                    channel[slice] = Math.max(channel[slice], Math.abs(samples.getShort()));
                }
            }
        }
        return peaks;
    }
}
