/** Prompts: recorded messages that callers hear, uploaded or recorded in the browser. */
@NullMarked
package io.tactus.prompt;

import org.jspecify.annotations.NullMarked;
