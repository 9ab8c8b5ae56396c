/**
 * The agent's desk, pushed: everything at the connection, then each part as it changes.
 *
 * <pre>
 * floor's effects ──poke──> DeskScreens ──> DeskScreen (one writer each) ──reads──> floor (DeskReader), database (DeskRows)
 * </pre>
 */
@NullMarked
package io.tactus.agent.stream;

import org.jspecify.annotations.NullMarked;
