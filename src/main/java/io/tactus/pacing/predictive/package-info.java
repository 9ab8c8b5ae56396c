/**
 * Predictive pacing: dial ahead of agents who are about to be free, as long as the risk that an answered person finds nobody is worth its price.
 * The price comes from a bank of abandoned calls that keeps the campaign under its cap.
 */
@NullMarked
package io.tactus.pacing.predictive;

import org.jspecify.annotations.NullMarked;
