package io.tactus.recording;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A recorded sound as a WAV file. Of a talk Asterisk writes bare samples, 8 kHz and 16 bit, the customer's side and the agent's by turns; their header
 * is put before them here, as long as the file is at this moment.
 */
public final class Sound {
    /** How files of bare samples end. */
    static final String BARE = ".raw";

    private static final int HEADER_BYTES = 44;
    private static final int RATE = 8_000;
    private static final int SIDES = 2;
    private static final int SAMPLE_BYTES = 2;
    private static final short PCM = 1;

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

    private static byte[] header(long dataBytes) {
        int data = (int) Math.min(dataBytes, Integer.MAX_VALUE - HEADER_BYTES);
        int frameBytes = SIDES * SAMPLE_BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + data).put(ascii("WAVEfmt "));
        bytes.putInt(16).putShort(PCM).putShort((short) SIDES);
        bytes.putInt(RATE).putInt(RATE * frameBytes);
        bytes.putShort((short) frameBytes).putShort((short) (8 * SAMPLE_BYTES));
        return bytes.put(ascii("data")).putInt(data).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
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
