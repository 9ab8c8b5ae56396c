package io.tactus.lead.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.lead.LeadLists;
import io.tactus.lead.upload.ImportStore.ImportView;
import io.tactus.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Imports into one list over REST. */
@Path("/api/lists/{id}/imports")
@Tag(name = "Imports")
@RolesAllowed(Roles.MANAGER)
public class ListImportResource {
    private final Imports imports;
    private final ImportStore store;
    private final LeadLists lists;
    private final ObjectMapper json;
    private final CurrentUser me;

    ListImportResource(Imports imports, ImportStore store, LeadLists lists, ObjectMapper json, CurrentUser me) {
        this.imports = imports;
        this.store = store;
        this.lists = lists;
        this.json = json;
        this.me = me;
    }

    /** Imports a file. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(202)
    @Operation(
            summary =
                    "Import a CSV or XLSX file into a list, in the background: all of its good rows at once, or nothing")
    public ImportView begin(
            long id,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm @Nullable String mapping,
            @RestForm @Nullable String delimiter)
            throws IOException {
        FileUpload upload = ImportResource.required(file);
        String name = upload.fileName() == null ? "" : upload.fileName();
        return imports.begin(
                id,
                upload.uploadedFile(),
                name.length() > 200 ? name.substring(0, 200) : name,
                mapping(mapping),
                ImportResource.delimiter(delimiter),
                me.name());
    }

    /** The imports of a list. */
    @GET
    @Operation(summary = "The last 200 imports of a list")
    public List<ImportView> ofList(long id) {
        lists.get(id);
        return store.ofList(id);
    }

    private @Nullable Mapping mapping(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : json.readValue(text, Mapping.class);
        } catch (JsonProcessingException e) {
            throw ProblemException.invalid("mapping", "is not the JSON that is expected: " + e.getOriginalMessage());
        }
    }
}
