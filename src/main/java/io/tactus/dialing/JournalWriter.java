package io.tactus.dialing;

import io.tactus.floor.journal.JournalLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Keeps the journal of a floor: one file for each life of the engine, so that each can be replayed into an empty floor. Holds no numbers and no
 * names. What cannot be kept up with is counted, and marked in the file: a journal with a gap is never replayed as if it were whole.
 */
final class JournalWriter implements AutoCloseable {
    static final String GAP = "# gap";
    private static final int QUEUE_LIMIT = 100_000;
    private static final Logger LOG = Logger.getLogger(JournalWriter.class);

    private final ArrayBlockingQueue<JournalLine> queue = new ArrayBlockingQueue<>(QUEUE_LIMIT);
    private final BufferedWriter file;
    private final Path path;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile long lost;

    JournalWriter(Path folder, String floor, long epoch, LocalDate today) {
        try {
            Files.createDirectories(folder);
            path = folder.resolve("%s-%s-%06d.journal".formatted(floor, today, epoch));
            file = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be opened in " + folder, e);
        }
        thread = new Thread(this::loop, "journal");
        thread.start();
    }

    /** Takes one input without waiting. */
    void add(JournalLine line) {
        if (!queue.offer(line)) {
            lost++;
        }
    }

    /** Inputs that could not be kept. */
    long lost() {
        return lost;
    }

    private void loop() {
        List<JournalLine> batch = new ArrayList<>();
        long told = 0;
        try {
            while (running || !queue.isEmpty()) {
                JournalLine first = queue.poll(200, TimeUnit.MILLISECONDS);
                batch.clear();
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, 5_000);
                }
                for (JournalLine line : batch) {
                    file.write(line.text());
                    file.newLine();
                }
                if (lost > told) {
                    told = lost;
                    file.write(GAP);
                    file.newLine();
                    LOG.errorf("The journal could not keep up: %d inputs are missing in %s", told, path);
                }
                file.flush();
            }
        } catch (IOException e) {
            LOG.errorf(e, "The journal %s cannot be written; the floor goes on without it", path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Deletes journals that are older than so many days. */
    static void deleteOld(Path folder, LocalDate oldestKept) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path old : files.filter(p -> p.toString().endsWith(".journal")).toList()) {
                LocalDate modified =
                        LocalDate.ofInstant(Files.getLastModifiedTime(old).toInstant(), java.time.ZoneOffset.UTC);
                if (modified.isBefore(oldestKept)) {
                    Files.delete(old);
                }
            }
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(5_000);
            file.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.errorf(e, "The journal %s could not be closed", path);
        }
    }
}
