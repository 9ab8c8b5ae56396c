package io.tactus.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of sessions. */
@ConfigMapping(prefix = "tactus.session")
interface SessionConfig {
    /** A browser's session ends when it was not used for so many hours. */
    @WithDefault("12")
    int hours();
}
