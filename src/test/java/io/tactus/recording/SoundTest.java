package io.tactus.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tactus.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sounds as they are served and drawn. */
class SoundTest {
    private static final int RATE = 8_000;

    @TempDir
    Path folder;

    /** Customer and agent speak one second each, one after the other. */
    private Path talk() throws IOException {
        ByteBuffer samples = ByteBuffer.allocate(2 * RATE * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 2 * RATE; i++) {
            samples.putShort((short) (i < RATE ? 16_384 : 0)).putShort((short) (i < RATE ? 0 : -32_768));
        }
        return Files.write(folder.resolve("rec-1-2.raw"), samples.array());
    }

    @Test
    void aTalkIsServedAsAWavFileOfTwoChannels() throws Exception {
        Sound sound = Sound.of(talk());
        assertThat(sound.name()).isEqualTo("rec-1-2.wav");
        byte[] bytes;
        try (InputStream in = sound.open(0)) {
            bytes = in.readAllBytes();
        }
        assertThat(bytes).hasSize((int) sound.bytes());
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(audio.getFormat().getChannels()).isEqualTo(2);
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(RATE);
            assertThat(audio.getFrameLength()).isEqualTo(2 * RATE);
        }
    }

    @Test
    void aPartBeginsAnywhereInHeaderOrSamples() throws IOException {
        Sound sound = Sound.of(talk());
        byte[] whole;
        try (InputStream in = sound.open(0)) {
            whole = in.readAllBytes();
        }
        for (int first : new int[] {0, 1, 43, 44, 45, 10_000}) {
            try (InputStream in = sound.open(first)) {
                assertThat(in.readNBytes(100)).containsExactly(java.util.Arrays.copyOfRange(whole, first, first + 100));
            }
        }
    }

    @Test
    void thePictureShowsWhoSpokeWhen() throws IOException {
        Waveform wave = Waveform.of(Sound.of(talk()), 10);
        assertThat(wave.millis()).isEqualTo(2_000);
        assertThat(wave.channels())
                .containsExactly(
                        List.of(50, 50, 50, 50, 50, 0, 0, 0, 0, 0), List.of(0, 0, 0, 0, 0, 100, 100, 100, 100, 100));
    }

    @Test
    void aMessageHasOneChannelAndALastSliceAsAnyOther() throws IOException {
        byte[] samples = new byte[2 * 1_003];
        java.util.Arrays.fill(samples, (byte) 0x40);
        Path file = folder.resolve("vm-1.wav");
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), format, 1_003),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        assertThat(Waveform.of(Sound.of(file), 7).channels()).containsExactly(Collections.nCopies(7, 50));
    }

    @Test
    void whatIsShorterThanItsHeaderSaysIsDrawnAsFarAsItGoes() throws IOException {
        Path file = folder.resolve("vm-2.wav");
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        byte[] loud = new byte[8_000];
        for (int i = 1; i < loud.length; i += 2) {
            loud[i] = 0x40;
        }
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(loud), format, 4_000),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 4_001));
        // Half of it, less half a sample.
        assertThat(Waveform.of(Sound.of(file), 10).channels())
                .containsExactly(List.of(50, 50, 50, 50, 50, 0, 0, 0, 0, 0));
    }

    @Test
    void aSoundThatWasJustBegunIsEmpty() throws IOException {
        Path file = Files.write(folder.resolve("rec-3-4.raw"), new byte[0]);
        assertThat(Waveform.of(Sound.of(file), 10)).isEqualTo(new Waveform(0, List.of(List.of(), List.of())));
    }

    @Test
    void whatIsNoSoundIsRefused() throws IOException {
        Path file =
                Files.writeString(folder.resolve("vm-3.wav"), "no sound at all, only words, and quite a few of them");
        assertThatThrownBy(() -> Waveform.of(Sound.of(file), 10))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no sound that can be drawn");
    }
}
