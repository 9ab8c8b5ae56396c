/** How the engine serves the web pages; their sources are in {@code src/main/webui}. */
@NullMarked
package io.tactus.web;

import org.jspecify.annotations.NullMarked;
