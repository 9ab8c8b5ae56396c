package io.tactus.lead.upload;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The rows that an import refused, as a file that can be corrected and uploaded again: the columns as they were, then line and reason. */
@ApplicationScoped
class RejectedFile {
    private static final List<String> OWN_COLUMNS = List.of("rejected_line", "rejected_reason");
    /** A telephone number or an amount may begin with a sign. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9(][0-9 ().,/-]*");

    private final DataSource database;

    RejectedFile(DataSource database) {
        this.database = database;
    }

    void write(long importId, OutputStream out) throws IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                write(connection, importId, out);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IOException("the rejected rows of import " + importId + " cannot be read", e);
        }
    }

    private static void write(Connection connection, long importId, OutputStream out) throws SQLException, IOException {
        // Spreadsheets take a file for UTF-8 only with the mark. The output stream belongs to the caller and is not
        // closed.
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(text);
        List<String> header = header(connection, importId);
        csv.writeRecord(line(header, header, OWN_COLUMNS));
        try (PreparedStatement statement = connection.prepareStatement(
                "select line, reason, cells from lead_import_rejected where import_id = ? order by line")) {
            // A cursor: the rows pass through, however many they are.
            statement.setFetchSize(500);
            statement.setLong(1, importId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<String> cells = List.of((String[]) rows.getArray(3).getArray());
                    csv.writeRecord(line(header, cells, List.of(rows.getString(1), rows.getString(2))));
                }
            }
        }
        csv.flush();
    }

    private static List<String> header(Connection connection, long importId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select header from lead_import where id = ?")) {
            statement.setLong(1, importId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? List.of((String[]) row.getArray(1).getArray()) : List.of();
            }
        }
    }

    /** The cells in the width of the header, without the own columns of an earlier round, then the own ones. */
    private static List<String> line(List<String> header, List<String> cells, List<String> own) {
        List<String> line = new ArrayList<>();
        for (int i = 0; i < Math.max(header.size(), cells.size()); i++) {
            if (i >= header.size() || !OWN_COLUMNS.contains(header.get(i))) {
                line.add(i < cells.size() ? harmless(cells.get(i)) : "");
            }
        }
        own.forEach(cell -> line.add(harmless(cell)));
        return line;
    }

    /** Keeps a spreadsheet from taking a cell of a stranger for a formula. */
    static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
