package io.tactus.ivr;

import com.fasterxml.jackson.databind.JsonNode;
import io.tactus.ivr.flow.Finding;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A flow.
 *
 * @param version of the draft, to be given back with a change
 * @param published number of the version in force; left out before the first
 * @param flow the draft
 */
public record IvrFlowView(
        long id,
        String name,
        int version,
        Instant changedAt,
        String changedBy,
        @Nullable Integer published,
        @Schema(implementation = Object.class) JsonNode flow) {
    /** A flow in the list of all. */
    public record Short(
            long id,
            String name,
            int version,
            Instant changedAt,
            String changedBy,
            @Nullable Integer published) {}

    /** A published version, without what it says. */
    public record Version(int number, Instant publishedAt, String publishedBy) {}

    /** A published version. */
    public record Published(
            int number,
            Instant publishedAt,
            String publishedBy,
            @Schema(implementation = Object.class) JsonNode flow) {}

    /** What the validator says. @param findings none when the draft may be published */
    public record Validation(List<Finding> findings) {
        /** Copies the list. */
        public Validation {
            findings = List.copyOf(findings);
        }
    }
}
