package io.tactus.sim.ledger;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What happened, one line a fact, appended and flushed line by line so that nothing is lost when a process is killed.
 *
 * <p>Form: {@code epoch-milliseconds TAB channel-id TAB number TAB fact}. Facts: {@code originate}, {@code refused-duplicate},
 * {@code ringing}, {@code answer}, {@code bridged}, {@code played}, {@code recorded}, {@code end:<cause>}. A restart of the
 * simulated Asterisk ends every channel with {@code end:restart}.
 */
public final class Ledger implements AutoCloseable {
    private final BufferedWriter writer;

    /** Opens the file for appending, and makes it when it is missing. */
    public Ledger(Path file) {
        try {
            writer = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot open the ledger " + file + " for appending; choose a writable file", e);
        }
    }

    /** Appends one fact. */
    public void append(String channelId, String number, String fact) {
        try {
            writer.write(
                    System.currentTimeMillis() + "\t" + clean(channelId) + "\t" + clean(number) + "\t" + fact + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the ledger", e);
        }
    }

    private static String clean(String field) {
        return field.replaceAll("[\\t\\r\\n]", " ");
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the ledger", e);
        }
    }
}
