package io.tactus.lead.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tactus.access.CurrentUser;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Upload of lead lists over REST. */
@Path("/api")
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
    private final ObjectMapper json;
    private final CurrentUser me;

    ImportResource(
            Imports imports,
            ImportStore store,
            RejectedFile rejected,
            LeadLists lists,
            ObjectMapper json,
            CurrentUser me) {
        this.imports = imports;
        this.store = store;
        this.rejected = rejected;
        this.lists = lists;
        this.json = json;
        this.me = me;
    }

    /** Looks at a file. */
    @POST
    @Path("imports/preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Charset, delimiter, columns, likely mapping and first rows of a CSV file; stores nothing")
    public Preview preview(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm @Nullable String delimiter,
            @RestForm @Nullable Long listId)
            throws IOException {
        CsvSource source = CsvSource.open(required(file).uploadedFile(), delimiter(delimiter));
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

    /** Imports a file. */
    @POST
    @Path("lists/{id}/imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(202)
    @Operation(summary = "Import a CSV file into a list, in the background: all of its good rows at once, or nothing")
    public ImportView begin(
            long id,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm @Nullable String mapping,
            @RestForm @Nullable String delimiter)
            throws IOException {
        FileUpload upload = required(file);
        String name = upload.fileName() == null ? "" : upload.fileName();
        return imports.begin(
                id,
                upload.uploadedFile(),
                name.length() > 200 ? name.substring(0, 200) : name,
                mapping(mapping),
                delimiter(delimiter),
                me.name());
    }

    /** The imports of a list. */
    @GET
    @Path("lists/{id}/imports")
    @Operation(summary = "The last 200 imports of a list")
    public List<ImportView> ofList(long id) {
        lists.get(id);
        return store.ofList(id);
    }

    /** How far an import is. */
    @GET
    @Path("imports/{id}")
    @Operation(summary = "How far an import is")
    public ImportView get(long id) {
        return store.get(id);
    }

    /** Stops an import. */
    @DELETE
    @Path("imports/{id}")
    @Operation(summary = "Cancel a running import; nothing of it remains")
    public void cancel(long id) {
        imports.cancel(id);
    }

    /** The refused rows. */
    @GET
    @Path("imports/{id}/rejected.csv")
    @Produces({"text/csv", MediaType.APPLICATION_JSON})
    @Operation(summary = "The refused rows with line and reason, to be corrected and uploaded again")
    public Response rejected(long id) {
        store.get(id);
        StreamingOutput rows = out -> rejected.write(id, out);
        return Response.ok(rows, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"rejected-" + id + ".csv\"")
                .build();
    }

    private static FileUpload required(@Nullable FileUpload file) {
        if (file == null) {
            throw ProblemException.invalid("file", "must be the CSV file, as a part of the form");
        }
        return file;
    }

    private static @Nullable Character delimiter(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw ProblemException.invalid("delimiter", "must be one character, no quote and no line end");
        }
        return text.charAt(0);
    }

    private @Nullable Mapping mapping(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : json.readValue(text, Mapping.class);
        } catch (JsonProcessingException e) {
            throw ProblemException.invalid("mapping", "is not the JSON that is expected: " + e.getOriginalMessage());
        }
    }
}
