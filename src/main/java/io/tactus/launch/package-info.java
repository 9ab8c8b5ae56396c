/**
 * The command line: each command of the launcher as a class. It knows every part that it starts; nothing knows it.
 * Commands that need a running engine talk to it over REST like any other client.
 */
@NullMarked
package io.tactus.launch;

import org.jspecify.annotations.NullMarked;
