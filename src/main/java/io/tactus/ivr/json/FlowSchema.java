package io.tactus.ivr.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The published schema of flows (JSON Schema, draft 2020-12). What it allows, {@link FlowReader} reads and the validator finds within the limits;
 * that ids are unique, zones exist and pairs of numbers are in order, it cannot say.
 */
public final class FlowSchema {
    private FlowSchema() {}

    /** The schema as JSON. */
    public static String text() {
        try (InputStream in = FlowSchema.class.getResourceAsStream("/ivr/flow.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("the resource /ivr/flow.schema.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read /ivr/flow.schema.json", e);
        }
    }
}
