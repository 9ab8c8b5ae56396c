package io.tactus.recording;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * A recorded sound as a WAV file. Of a talk Asterisk writes bare samples, 8 kHz and 16 bit, the customer's side and the agent's by turns; their header
 * is put before them here, as long as the file is at this moment.
 */
public final class Sound {
    /** How files of bare samples end. */
    static final String BARE = ".raw";

    /** 8 kHz, 16 bit, customer and agent, the lower byte first. */
    private static final AudioFormat FORMAT = new AudioFormat(8_000, 16, 2, true, false);
    /** As long as a header can say: eighteen hours. */
    private static final long LONGEST_BYTES = Integer.MAX_VALUE - 64;

    private final Path file;
    private final long fileBytes;
    private final byte[] header;

    private Sound(Path file, long fileBytes, byte[] header) {
        this.file = file;
        this.fileBytes = fileBytes;
        this.header = header;
    }

    /** The sound in a file. */
    static Sound of(Path file) throws IOException {
        long bytes = Files.size(file);
        return new Sound(file, bytes, file.toString().endsWith(BARE) ? header(bytes) : new byte[0]);
    }

    /** The JDK writes it before samples of this length, which do not follow. */
    private static byte[] header(long dataBytes) throws IOException {
        long frames = Math.min(dataBytes, LONGEST_BYTES) / FORMAT.getFrameSize();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(InputStream.nullInputStream(), FORMAT, frames), AudioFileFormat.Type.WAVE, bytes);
        return bytes.toByteArray();
    }

    /** A name for it on another disk. */
    String name() {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(BARE) ? name.substring(0, name.length() - BARE.length()) + ".wav" : name;
    }

    /** Its length in bytes. */
    long bytes() {
        return header.length + fileBytes;
    }

    /** Reads it from a byte on. */
    InputStream open(long first) throws IOException {
        InputStream samples = Files.newInputStream(file);
        if (first < header.length) {
            int at = (int) first;
            return new SequenceInputStream(new ByteArrayInputStream(header, at, header.length - at), samples);
        }
        try {
            samples.skipNBytes(first - header.length);
            return samples;
        } catch (IOException e) {
            samples.close();
            throw e;
        }
    }
}
