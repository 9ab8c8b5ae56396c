package io.tactus.lead.upload;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.tactus.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file: its charset, its delimiter, its rows as a stream.
 *
 * @param charset UTF-8 when the whole file is that, else what Windows writes in the West, a superset of Latin-1 for printable characters
 */
record CsvSource(Path file, Charset charset, char delimiter) {
    /** Columns that a file may have. */
    static final int MOST_COLUMNS = 200;
    /** Characters that a field may have; a longer one rejects its row. */
    static final int LONGEST_FIELD = 4_000;

    private static final int SANE_FIELD = 1 << 20;
    private static final String DELIMITERS = ",;\t|";

    /** Looks at the file. @param delimiter null to find out */
    static CsvSource open(Path file, @Nullable Character delimiter) throws IOException {
        Charset charset = isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        return new CsvSource(file, charset, delimiter == null ? delimiterOf(file, charset) : delimiter);
    }

    private static boolean isUtf8(Path file) throws IOException {
        char[] buffer = new char[1 << 16];
        try (Reader reader = new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            int read = 0;
            while (read >= 0) {
                read = reader.read(buffer);
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The delimiter that the first line has most of, outside quotes. */
    private static char delimiterOf(Path file, Charset charset) throws IOException {
        int[] counts = new int[DELIMITERS.length()];
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), charset)) {
            char[] start = new char[1 << 16];
            int length = Math.max(0, reader.read(start));
            boolean quoted = false;
            for (int i = 0; i < length && (quoted || (start[i] != '\n' && start[i] != '\r')); i++) {
                quoted ^= start[i] == '"';
                int delimiter = DELIMITERS.indexOf(start[i]);
                if (!quoted && delimiter >= 0) {
                    counts[delimiter]++;
                }
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }

    /** The rows, the header among them. @param progress gets the number of bytes read so far */
    CsvReader<CsvRecord> rows(LongConsumer progress) throws IOException {
        InputStream bytes = skipMark(new Counted(Files.newInputStream(file), progress));
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(MOST_COLUMNS * 5)
                                .maxFieldSize(SANE_FIELD)
                                .maxRecordSize(SANE_FIELD * 4)),
                        new InputStreamReader(bytes, charset));
    }

    private static InputStream skipMark(InputStream bytes) throws IOException {
        PushbackInputStream start = new PushbackInputStream(bytes, 3);
        byte[] mark = start.readNBytes(3);
        if (mark.length != 3 || mark[0] != (byte) 0xEF || mark[1] != (byte) 0xBB || mark[2] != (byte) 0xBF) {
            start.unread(mark);
        }
        return start;
    }

    /** The names of the columns. */
    List<String> header() throws IOException {
        try (CsvReader<CsvRecord> rows = rows(bytes -> {})) {
            List<String> header = rows.stream()
                    .findFirst()
                    .map(row -> row.getFields().stream().map(String::strip).toList())
                    .orElseThrow(() -> ProblemException.invalid("file", "is empty"));
            if (header.size() > MOST_COLUMNS) {
                throw ProblemException.invalid("file", "has more than " + MOST_COLUMNS + " columns");
            }
            return header;
        } catch (CsvParseException e) {
            throw ProblemException.invalid("file", "is not CSV: " + e.getMessage());
        }
    }

    private static final class Counted extends FilterInputStream {
        private final LongConsumer progress;
        private long bytes;

        Counted(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            bytes += read;
            progress.accept(bytes);
        }
    }
}
