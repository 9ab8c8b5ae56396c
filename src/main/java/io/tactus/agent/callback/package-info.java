/** Calls that customers were promised: made at the desk, dialled by the engine for any agent, or by the agent who promised it. */
@NullMarked
package io.tactus.agent.callback;

import org.jspecify.annotations.NullMarked;
