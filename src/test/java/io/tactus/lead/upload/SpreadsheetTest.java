package io.tactus.lead.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tactus.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpreadsheetTest {
    @TempDir
    Path folder;

    private Path workbook() throws IOException {
        Path file = folder.resolve("upload");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Leads");
            sheet.value(0, 0, "Phone");
            sheet.value(0, 1, "Last name");
            sheet.value(0, 2, "Born");
            sheet.value(1, 0, 2_025_550_143L);
            sheet.value(1, 1, "Love, \"lace\"");
            sheet.value(1, 2, LocalDate.of(1915, 12, 10));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
            sheet.value(2, 1, "No number");
            book.newWorksheet("Other").value(0, 0, "not read");
        }
        return file;
    }

    private static Consumer<ProblemException> refused(String why) {
        return refusal -> assertThat(refusal.toProblem("").errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo("file");
                    assertThat(error.message()).contains(why);
                });
    }

    @Test
    void theFirstSheetIsReadAsCsvWithNumbersInFullAndDaysAsDays() throws IOException {
        Path file = workbook();
        assertThat(Spreadsheet.isOne(file)).isTrue();
        CsvSource csv = CsvSource.open(Spreadsheet.toCsv(file), ',');
        assertThat(csv.header()).containsExactly("Phone", "Last name", "Born");
        try (var rows = csv.rows(bytes -> {})) {
            assertThat(rows.stream().skip(1).map(row -> String.join("|", row.getFields())))
                    .containsExactly("2025550143|Love, \"lace\"|1915-12-10", "|No number");
        }
    }

    @Test
    void aTextFileIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "PKphone\n");
        assertThat(Spreadsheet.isOne(file)).isFalse();
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefusedBeforeItIsRead() throws IOException {
        Path file = folder.resolve("bomb");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int megabytes = 0; megabytes < 70; megabytes++) {
                out.write(zeros);
            }
        }
        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThatThrownBy(() -> Spreadsheet.toCsv(file))
                .isInstanceOfSatisfying(ProblemException.class, refused("save it as CSV"));
    }

    @Test
    void anArchiveOfSomethingElseIsRefusedInWords() throws IOException {
        Path file = folder.resolve("other");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write('x');
        }
        assertThatThrownBy(() -> Spreadsheet.toCsv(file))
                .isInstanceOfSatisfying(ProblemException.class, refused("no XLSX file"));
        assertThat(folder.resolve("other.csv")).doesNotExist();
    }
}
