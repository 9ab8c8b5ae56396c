/** What supervisors write to agents at their desks. */
@NullMarked
package io.tactus.agent.message;

import org.jspecify.annotations.NullMarked;
