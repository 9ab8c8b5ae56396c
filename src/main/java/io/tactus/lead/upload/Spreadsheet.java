package io.tactus.lead.upload;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tactus.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * An XLSX file as the CSV file that it could have been: its first sheet, row by row. From there on an import knows only CSV. What such
 * an archive unpacks to is counted before anything of it is held in memory.
 */
final class Spreadsheet {
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
    private static final long MOST_UNPACKED = 2L << 30;
    /** The texts of all cells are held in memory while the sheet is read. */
    private static final long MOST_TEXTS = 64L << 20;

    private static final int MOST_ENTRIES = 10_000;

    private Spreadsheet() {}

    /** Whether the file begins as such an archive does. */
    static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ARCHIVE.length), ARCHIVE);
        }
    }

    /** Writes the first sheet as CSV into a file beside this one, which the caller has to delete; this one stays. */
    static Path toCsv(Path file) throws IOException {
        measure(file);
        Path csv = file.resolveSibling(file.getFileName() + ".csv");
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
                var rows = book.getFirstSheet().openStream();
                CsvWriter out = CsvWriter.builder().build(csv, StandardCharsets.UTF_8)) {
            Iterator<Row> each = rows.iterator();
            while (each.hasNext()) {
                out.writeRecord(cells(each.next()));
            }
            return csv;
        } catch (ExcelReaderException | IllegalStateException e) {
            Files.deleteIfExists(csv);
            throw ProblemException.invalid("file", "is no XLSX file that can be read: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(csv);
            throw e;
        }
    }

    /** Unpacks everything once, into nothing: what an archive says about its sizes need not be true. */
    private static void measure(Path file) throws IOException {
        long unpacked = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile archive = new ZipFile(file.toFile())) {
            if (archive.size() > MOST_ENTRIES) {
                throw tooLarge();
            }
            for (ZipEntry entry : Collections.list(archive.entries())) {
                boolean texts = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
                long size = 0;
                try (InputStream in = archive.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        size += read;
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED || texts && size > MOST_TEXTS) {
                            throw tooLarge();
                        }
                    }
                }
            }
        } catch (ZipException e) {
            throw ProblemException.invalid("file", "is no XLSX file that can be read: " + e.getMessage());
        }
    }

    private static ProblemException tooLarge() {
        return ProblemException.invalid("file", "is too large for a spreadsheet: save it as CSV");
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), CsvSource.MOST_COLUMNS + 1); i++) {
            cells.add(row.getOptionalCell(i).map(Spreadsheet::text).orElse(""));
        }
        return cells;
    }

    /** Numbers without a power of ten, since telephone numbers are among them; days as CSV files have them. */
    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR ? "" : cell.getText();
        }
        String format = cell.getDataFormatString();
        if (format != null && format.toLowerCase(Locale.ROOT).matches(".*[yd].*")) {
            return cell.asDate().toLocalDate().toString();
        }
        return new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString();
    }
}
