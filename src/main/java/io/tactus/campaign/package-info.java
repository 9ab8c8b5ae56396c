/**
 * Campaigns as their managers see them: settings with history, agents, dispositions, schedules, results.
 * What a running campaign does is the floor's business; this package tells it through {@link io.tactus.dialing.FloorCommands}.
 */
@NullMarked
package io.tactus.campaign;

import org.jspecify.annotations.NullMarked;
