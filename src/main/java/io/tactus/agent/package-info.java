/**
 * Agents: their phones, what they tell the floor from their desk, and what supervisors tell it for them.
 * The state shown is the one that the floor last stored.
 */
@NullMarked
package io.tactus.agent;

import org.jspecify.annotations.NullMarked;
