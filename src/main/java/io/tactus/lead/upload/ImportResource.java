package io.tactus.lead.upload;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tactus.access.Roles;
import io.tactus.lead.LeadLists;
import io.tactus.lead.upload.ImportStore.ImportView;
import io.tactus.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Imports over REST: look at a file before, watch, cancel, and fetch what was refused. */
@Path("/api/imports")
@Tag(name = "Imports")
@RolesAllowed(Roles.MANAGER)
public class ImportResource {
    /** What a file looks like. @param rows the first ten */
    public record Preview(
            String charset, String delimiter, List<String> header, Mapping mapping, List<List<String>> rows) {}

    private static final int PREVIEW_ROWS = 10;

    private final Imports imports;
    private final ImportStore store;
    private final RejectedFile rejected;
    private final LeadLists lists;

    ImportResource(Imports imports, ImportStore store, RejectedFile rejected, LeadLists lists) {
        this.imports = imports;
        this.store = store;
        this.rejected = rejected;
        this.lists = lists;
    }

    /** Looks at a file. */
    @POST
    @Path("preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary =
                    "Charset, delimiter, columns, likely mapping and first rows of a CSV or XLSX file; stores nothing")
    public Preview preview(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm @Nullable String delimiter,
            @RestForm @Nullable Long listId)
            throws IOException {
        java.nio.file.Path uploaded = required(file).uploadedFile();
        if (!Spreadsheet.isOne(uploaded)) {
            return preview(CsvSource.open(uploaded, delimiter(delimiter)), listId);
        }
        java.nio.file.Path csv = Spreadsheet.toCsv(uploaded);
        try {
            return preview(CsvSource.open(csv, ','), listId);
        } finally {
            Files.deleteIfExists(csv);
        }
    }

    private Preview preview(CsvSource source, @Nullable Long listId) throws IOException {
        List<String> header = source.header();
        Mapping mapping = Mapping.guess(header, listId == null ? List.of() : lists.get(listId).customFields);
        try (CsvReader<CsvRecord> rows = source.rows(bytes -> {})) {
            List<List<String>> first = rows.stream()
                    .skip(1)
                    .limit(PREVIEW_ROWS)
                    .map(CsvRecord::getFields)
                    .toList();
            return new Preview(source.charset().name(), String.valueOf(source.delimiter()), header, mapping, first);
        }
    }

    /** How far an import is. */
    @GET
    @Path("{id}")
    @Operation(summary = "How far an import is")
    public ImportView get(long id) {
        return store.get(id);
    }

    /** Stops an import. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Cancel a running import; nothing of it remains")
    public void cancel(long id) {
        imports.cancel(id);
    }

    /** The refused rows. */
    @GET
    @Path("{id}/rejected.csv")
    @Produces({"text/csv", MediaType.APPLICATION_JSON})
    @Operation(summary = "The refused rows with line and reason, to be corrected and uploaded again")
    public Response rejected(long id) {
        store.get(id);
        StreamingOutput rows = out -> rejected.write(id, out);
        return Response.ok(rows, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"rejected-" + id + ".csv\"")
                .build();
    }

    static FileUpload required(@Nullable FileUpload file) {
        if (file == null) {
            throw ProblemException.invalid("file", "must be the CSV or XLSX file, as a part of the form");
        }
        return file;
    }

    static @Nullable Character delimiter(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw ProblemException.invalid("delimiter", "must be one character, no quote and no line end");
        }
        return text.charAt(0);
    }
}
