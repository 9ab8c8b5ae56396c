package io.tactus.lead.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Memory must not grow with the file. What lives on the heap is measured after a collection, at the last row, when a reader that
 * keeps something of each row would hold the most. Rows are wide, so that keeping 90,000 of them, or their numbers alone, would show.
 */
@EngineTest
class ImportMemoryIT {
    private static final long TOLERANCE = 4L << 20;

    @Inject
    Given given;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @TempDir
    Path folder;

    @Test
    void aHundredThousandRowsNeedNoMoreThanTenThousand() throws Exception {
        long small = liveBytesAtTheLastRow(10_000);
        long large = liveBytesAtTheLastRow(100_000);
        assertThat(large - small).isLessThan(TOLERANCE);
    }

    private long liveBytesAtTheLastRow(int rows) throws Exception {
        long list = given.aList(given.aCampaign(), Map.of());
        Path file = write(rows);
        CsvSource source = CsvSource.open(file, null);
        List<String> header = source.header();
        long[] live = new long[1];
        Progress progress = new Progress() {
            @Override
            void rowRead(boolean rejected) {
                super.rowRead(rejected);
                if (rows() == rows) {
                    live[0] = liveBytes();
                }
            }
        };
        RowReader reader = new RowReader(Mapping.guess(header, List.of()), header, List.of(), "US");
        ImportStore store =
                io.quarkus.arc.Arc.container().instance(ImportStore.class).get();
        long id = store.add(list, "x.csv", source, Files.size(file), header, "test");
        assertThat(new ImportRun(id, list, source, reader, progress).run(database, json))
                .isEqualTo(rows);
        assertThat(live[0]).isPositive();
        return live[0];
    }

    private static long liveBytes() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private Path write(int rows) throws IOException {
        Path file = folder.resolve(rows + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("phone,first name,last name,notes\n");
            for (int i = 0; i < rows; i++) {
                out.write("+1212%07d,First %d,Last %d,%s\n".formatted(2_000_000 + i, i, i, "wide ".repeat(30)));
            }
        }
        return file;
    }
}
