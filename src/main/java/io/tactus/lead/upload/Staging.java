package io.tactus.lead.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tactus.lead.upload.RowReader.LeadRow;
import io.tactus.lead.upload.RowReader.Rejected;
import io.tactus.lead.upload.RowReader.Row;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into the database: a temporary table that is filled by {@code COPY} and vanishes with the transaction, whatever
 * happens. Duplicates are found there, by the database, so that the engine remembers no numbers.
 */
final class Staging {
    private static final String CREATE = """
            create temporary table staged (
              id bigint default nextval(pg_get_serial_sequence('lead', 'id')), line bigint, reason text, cells jsonb,
              number text, phones jsonb, first_name text, last_name text, external_id text, notes text, custom jsonb
            ) on commit drop
            """;
    private static final String COPY =
            "copy staged (line, reason, cells, number, phones, first_name, last_name, external_id, notes, custom) from stdin";
    /** The first number of a row decides: it may not be the first of an earlier row, nor any of a lead in the list. */
    private static final List<String> DUPLICATES =
            List.of("create index on staged (number) where reason is null", "analyze staged", """
            update staged s set reason = 'the number ' || s.number || ' stands in line ' || f.first_line || ' already'
            from (select number, min(line) as first_line from staged where reason is null
                  group by number having count(*) > 1) f
            where s.number = f.number and s.reason is null and s.line > f.first_line
            """);

    private static final String IN_LIST = """
            update staged s set reason = 'the number ' || s.number || ' is in the list already'
            where s.reason is null and exists (
              select from lead_phone p join lead l on l.id = p.lead_id where p.number = s.number and l.list_id = ?)
            """;
    private static final String LEADS = """
            insert into lead (id, campaign_id, list_id, priority, first_name, last_name, external_id, notes, custom, import_id)
            overriding system value
            select s.id, t.campaign_id, t.id, t.priority, s.first_name, s.last_name, s.external_id, s.notes, s.custom, ?
            from staged s cross join lead_list t where t.id = ? and s.reason is null order by s.line
            """;
    private static final String PHONES = """
            insert into lead_phone (lead_id, position, number, kind, zones)
            select s.id, p.nr - 1, p.phone ->> 'number', p.phone ->> 'kind',
                   array(select jsonb_array_elements_text(p.phone -> 'zones'))
            from staged s cross join jsonb_array_elements(s.phones) with ordinality as p (phone, nr)
            where s.reason is null
            """;
    private static final String REJECTED = """
            insert into lead_import_rejected (import_id, line, reason, cells)
            select ?, line, reason, array(select jsonb_array_elements_text(cells)) from staged where reason is not null
            """;
    private static final int FLUSH_AT = 1 << 16;

    private final Connection connection;
    private final ObjectMapper json;
    private final StringBuilder buffer = new StringBuilder(FLUSH_AT * 2);
    private final CopyIn copy;

    /** Begins to stage; the connection must be in a transaction. */
    Staging(Connection connection, ObjectMapper json) throws SQLException {
        this.connection = connection;
        this.json = json;
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    }

    /** Adds a row. */
    void add(long line, List<String> cells, Row row) throws SQLException, JsonProcessingException {
        field(Long.toString(line)).append('\t');
        switch (row) {
            case Rejected rejected -> {
                field(rejected.reason()).append('\t');
                field(json.writeValueAsString(cells).replace("\\u0000", "\\ufffd"))
                        .append("\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\n");
            }
            case LeadRow lead -> {
                field(null).append('\t');
                field(json.writeValueAsString(cells)).append('\t');
                field(lead.phones().getFirst().number()).append('\t');
                field(json.writeValueAsString(lead.phones())).append('\t');
                field(lead.firstName()).append('\t');
                field(lead.lastName()).append('\t');
                field(lead.externalId()).append('\t');
                field(lead.notes()).append('\t');
                field(json.writeValueAsString(lead.custom())).append('\n');
            }
        }
        if (buffer.length() >= FLUSH_AT) {
            flush();
        }
    }

    /** One value as COPY's text format wants it; nothing of it can end the row or the field. */
    private StringBuilder field(@Nullable String text) {
        if (text == null) {
            return buffer.append("\\N");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(c);
            }
        }
        return buffer;
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    /** Gives up; the transaction can then only be rolled back. */
    void abandon() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** Makes leads of what was staged; answers how many. The commit is the caller's. */
    int store(long importId, long listId) throws SQLException {
        flush();
        copy.endCopy();
        lockList(listId);
        try (Statement statement = connection.createStatement()) {
            for (String sql : DUPLICATES) {
                statement.execute(sql);
            }
        }
        execute(IN_LIST, listId);
        int leads = execute(LEADS, importId, listId);
        execute(PHONES);
        execute(REJECTED, importId);
        return leads;
    }

    /** Two imports into one list take turns here, so that they see each other's numbers. */
    private void lockList(long listId) throws SQLException {
        execute("update lead_list set name = name where id = ?", listId);
    }

    private int execute(String sql, long... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
