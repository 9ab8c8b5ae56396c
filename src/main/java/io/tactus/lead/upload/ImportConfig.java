package io.tactus.lead.upload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of imports. */
@ConfigMapping(prefix = "tactus.import")
interface ImportConfig {
    /** Uploads that are read at the same time; each holds one database connection. */
    @WithDefault("2")
    int parallel();

    /** Uploads that may wait for that. */
    @WithDefault("16")
    int waiting();
}
