package io.tactus.lead.upload;

import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows about imports. Times are the database's. */
@ApplicationScoped
class ImportStore {
    /**
     * An import as others see it.
     *
     * @param charset how the file was read; {@code windows-1252} when it was not UTF-8
     * @param rowsPerSecond since the start
     * @param secondsLeft at this speed; left out when it is over or has not begun to read
     */
    record ImportView(
            long id,
            long listId,
            String fileName,
            String state,
            String charset,
            long bytesTotal,
            long bytesRead,
            long rowsRead,
            long rowsImported,
            long rowsRejected,
            double rowsPerSecond,
            @Nullable Long secondsLeft,
            @Nullable String error,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    private static final String ADD = """
            insert into lead_import (list_id, file_name, state, bytes_total, charset, header, started_by)
            values (?1, ?2, 'running', ?3, ?4, ?5, ?6) returning id
            """;
    private static final String VIEW = """
            select id, list_id, file_name, state, charset, bytes_total, bytes_read, rows_read, rows_imported, rows_rejected, error,
                   started_by, started_at, ended_at,
                   cast(extract(epoch from coalesce(ended_at, clock_timestamp()) - started_at) as double precision)
            from lead_import
            """;
    private static final String END = """
            update lead_import set state = ?2, error = ?3, ended_at = clock_timestamp(), rows_imported = 0
            where id = ?1 and state = 'running'
            """;
    private static final String TOUCH = """
            update lead_import set bytes_read = ?2, rows_read = ?3, rows_rejected = ?4, touched_at = clock_timestamp()
            where id = ?1 and state = 'running'
            """;
    private static final String ORPHANS = """
            update lead_import set state = 'failed', ended_at = clock_timestamp(), rows_imported = 0,
              error = 'the engine that ran it stopped; upload the file again'
            where state = 'running' and touched_at < clock_timestamp() - interval '1 minute'
            """;

    private final EntityManager entities;

    ImportStore(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    long add(long listId, String fileName, CsvSource source, long bytes, List<String> header, String by) {
        return ((Number) entities.createNativeQuery(ADD)
                        .setParameter(1, listId)
                        .setParameter(2, fileName)
                        .setParameter(3, bytes)
                        .setParameter(4, source.charset().name())
                        .setParameter(5, header.toArray(String[]::new))
                        .setParameter(6, by)
                        .getSingleResult())
                .longValue();
    }

    @Transactional
    List<ImportView> ofList(long listId) {
        return read(" where list_id = ?1 order by id desc limit 200", listId);
    }

    @Transactional
    ImportView get(long id) {
        return read(" where id = ?1", id).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("import", id));
    }

    private List<ImportView> read(String where, long id) {
        List<?> rows = entities.createNativeQuery(VIEW + where, Object[].class)
                .setParameter(1, id)
                .getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    private static ImportView view(Object[] c) {
        long total = ((Number) c[5]).longValue();
        long read = ((Number) c[6]).longValue();
        long rows = ((Number) c[7]).longValue();
        double seconds = ((Number) c[14]).doubleValue();
        boolean running = c[3].equals("running");
        return new ImportView(
                ((Number) c[0]).longValue(),
                ((Number) c[1]).longValue(),
                (String) c[2],
                (String) c[3],
                (String) c[4],
                total,
                read,
                rows,
                ((Number) c[8]).longValue(),
                ((Number) c[9]).longValue(),
                seconds <= 0 ? 0 : Math.round(10 * rows / seconds) / 10.0,
                running && read > 0 ? Math.round(seconds * (total - read) / read) : null,
                (String) c[10],
                (String) c[11],
                (Instant) c[12],
                (Instant) c[13]);
    }

    /** Ends a running import; false when it was over already. */
    @Transactional
    boolean end(long id, String state, @Nullable String error) {
        return entities.createNativeQuery(END)
                        .setParameter(1, id)
                        .setParameter(2, state)
                        .setParameter(3, error)
                        .executeUpdate()
                > 0;
    }

    /** Writes the progress of this engine's imports; cancels those that somebody ended in the database. */
    @Transactional
    void touch(Map<Long, Progress> running) {
        running.forEach((id, progress) -> {
            int touched = entities.createNativeQuery(TOUCH)
                    .setParameter(1, id)
                    .setParameter(2, progress.bytes.get())
                    .setParameter(3, progress.rows.get())
                    .setParameter(4, progress.rejected.get())
                    .executeUpdate();
            if (touched == 0) {
                progress.cancel();
            }
        });
    }

    /** Marks imports whose engine is gone as failed; their transactions ended with it, so there is nothing to clear away. */
    @Transactional
    int failOrphans() {
        return entities.createNativeQuery(ORPHANS).executeUpdate();
    }
}
