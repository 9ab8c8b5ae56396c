package io.tactus.lead.upload;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tactus.lead.upload.Progress.ImportCancelled;
import io.tactus.lead.upload.RowReader.Rejected;
import io.tactus.lead.upload.RowReader.Row;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;

/** One import from the first byte to the commit, on one connection, in one transaction: it happens as a whole or not at all. */
final class ImportRun {
    private static final String DONE = """
            update lead_import set state = 'done', ended_at = clock_timestamp(), bytes_read = ?, rows_read = ?, rows_imported = ?,
              rows_rejected = ? where id = ? and state = 'running'
            """;

    private final long importId;
    private final long listId;
    private final CsvSource source;
    private final RowReader reader;
    private final Progress progress;

    ImportRun(long importId, long listId, CsvSource source, RowReader reader, Progress progress) {
        this.importId = importId;
        this.listId = listId;
        this.source = source;
        this.reader = reader;
        this.progress = progress;
    }

    /** Imports; answers how many leads there are now more. */
    int run(DataSource database, ObjectMapper json) throws SQLException, IOException, ImportCancelled {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Staging staging = null;
            try {
                staging = new Staging(connection, json);
                read(staging);
                int leads = staging.store(importId, listId);
                progress.stopIfCancelled();
                finish(connection, leads);
                connection.commit();
                return leads;
            } catch (SQLException | IOException | ImportCancelled | RuntimeException e) {
                if (staging != null) {
                    staging.abandon();
                }
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private void read(Staging staging) throws IOException, SQLException, ImportCancelled {
        try (CsvReader<CsvRecord> rows = source.rows(progress.bytes::set)) {
            Iterator<CsvRecord> each = rows.iterator();
            each.next();
            while (each.hasNext()) {
                progress.stopIfCancelled();
                CsvRecord record = each.next();
                List<String> cells = record.getFields();
                Row row = reader.read(cells);
                staging.add(record.getStartingLineNumber(), cells, row);
                progress.rows.incrementAndGet();
                if (row instanceof Rejected) {
                    progress.rejected.incrementAndGet();
                }
            }
        }
    }

    /** Writes the end in the same transaction; when somebody else ended the import meanwhile, nothing of it remains. */
    private void finish(Connection connection, int leads) throws SQLException, ImportCancelled {
        try (PreparedStatement statement = connection.prepareStatement(DONE)) {
            statement.setLong(1, progress.bytes.get());
            statement.setLong(2, progress.rows.get());
            statement.setLong(3, leads);
            statement.setLong(4, progress.rows.get() - leads);
            statement.setLong(5, importId);
            if (statement.executeUpdate() == 0) {
                throw new ImportCancelled();
            }
        }
    }
}
