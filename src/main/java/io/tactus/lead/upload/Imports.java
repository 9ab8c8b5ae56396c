package io.tactus.lead.upload;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tactus.dialing.FloorCommands;
import io.tactus.lead.LeadList;
import io.tactus.lead.LeadLists;
import io.tactus.lead.upload.ImportStore.ImportView;
import io.tactus.lead.upload.Progress.ImportCancelled;
import io.tactus.platform.TactusConfig;
import io.tactus.problem.Problem.FieldError;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Imports in the background: so many at a time, so many waiting, each watched and cancellable. */
@ApplicationScoped
public class Imports {
    private static final Logger LOG = Logger.getLogger(Imports.class);

    private final ImportStore store;
    private final ImportScreens screens;
    private final LeadLists lists;
    private final DataSource database;
    private final ObjectMapper json;
    private final FloorCommands floor;
    private final Path folder;
    private final Map<Long, Progress> running = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService reporter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("import-progress").factory());

    Imports(
            ImportStore store,
            ImportScreens screens,
            LeadLists lists,
            DataSource database,
            ObjectMapper json,
            FloorCommands floor,
            TactusConfig tactus,
            ImportConfig config) {
        this.store = store;
        this.screens = screens;
        this.lists = lists;
        this.database = database;
        this.json = json;
        this.floor = floor;
        this.folder = tactus.home().resolve("imports").toAbsolutePath();
        this.workers = new ThreadPoolExecutor(
                config.parallel(),
                config.parallel(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.waiting()),
                Thread.ofPlatform().daemon().name("import-", 1).factory());
    }

    void start(@Observes Startup event) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> leftOver = Files.list(folder)) {
            for (Path file : leftOver.toList()) {
                Files.deleteIfExists(file);
            }
        }
        reporter.scheduleWithFixedDelay(this::report, 0, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes Shutdown event) {
        running.values().forEach(Progress::cancel);
        workers.shutdownNow();
        reporter.shutdownNow();
    }

    private void report() {
        try {
            store.touch(Map.copyOf(running));
            int orphans = store.failOrphans();
            if (orphans > 0) {
                LOG.warnf("%d imports of an engine that stopped are marked as failed", orphans);
            }
            screens.show();
        } catch (RuntimeException e) {
            LOG.warnf(
                    "The progress of imports could not be written or shown, next try in a second: %s", e.getMessage());
        }
    }

    /** Takes over an uploaded file, CSV or XLSX, and imports it in the background. @param mapping null to guess it */
    public ImportView begin(
            long listId,
            Path upload,
            String fileName,
            @Nullable Mapping mapping,
            @Nullable Character delimiter,
            String by)
            throws IOException {
        if (!Spreadsheet.isOne(upload)) {
            return beginCsv(listId, upload, fileName, mapping, delimiter, by);
        }
        Path csv = Spreadsheet.toCsv(upload);
        try {
            return beginCsv(listId, csv, fileName, mapping, ',', by);
        } finally {
            Files.deleteIfExists(csv);
        }
    }

    private ImportView beginCsv(
            long listId,
            Path upload,
            String fileName,
            @Nullable Mapping mapping,
            @Nullable Character delimiter,
            String by)
            throws IOException {
        LeadList list = lists.get(listId);
        CsvSource uploaded = CsvSource.open(upload, delimiter);
        List<String> header = uploaded.header();
        Mapping used = mapping == null ? Mapping.guess(header, list.customFields) : mapping;
        List<FieldError> errors = used.errors(header, list.customFields);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        long id = store.add(listId, fileName, uploaded, Files.size(upload), header, by);
        Path file = folder.resolve("import-" + id + ".csv");
        Files.move(upload, file);
        CsvSource source = new CsvSource(file, uploaded.charset(), uploaded.delimiter());
        RowReader reader = new RowReader(used, header, list.customFields, lists.region(listId));
        Progress progress = new Progress();
        running.put(id, progress);
        ImportRun run = new ImportRun(id, listId, source, reader, progress);
        try {
            workers.execute(() -> carryOut(run, id, list.campaignId, file));
        } catch (RejectedExecutionException e) {
            running.remove(id);
            Files.deleteIfExists(file);
            store.end(id, "failed", "too many imports were waiting");
            throw ProblemException.of(503, "Too many imports are waiting. Upload the file again when some are done.");
        }
        return store.get(id);
    }

    private void carryOut(ImportRun run, long id, long campaignId, Path file) {
        try {
            int leads = run.run(database, json);
            LOG.infof("Import %d: %d leads", id, leads);
            floor.campaignChanged(campaignId);
        } catch (ImportCancelled e) {
            store.end(id, "cancelled", null);
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.errorf(e, "Import %d failed", id);
            store.end(id, "failed", String.valueOf(e.getMessage()));
        } finally {
            running.remove(id);
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warnf("%s could not be deleted: %s", file, e.getMessage());
            }
        }
    }

    /** Stops an import; nothing of it remains. One that is done is done. */
    public void cancel(long id) {
        store.get(id);
        if (!store.end(id, "cancelled", null)) {
            throw ProblemException.conflict(
                    "The import is over: " + store.get(id).state() + ".");
        }
        Progress progress = running.get(id);
        if (progress != null) {
            progress.cancel();
        }
    }
}
