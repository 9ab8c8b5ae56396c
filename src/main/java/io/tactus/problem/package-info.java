/**
 * Errors as RFC 9457 problem documents. Every refusal of the engine that a client sees, of whatever layer, leaves through here,
 * so that clients find one shape with the field named. Imports no feature.
 */
@NullMarked
package io.tactus.problem;

import org.jspecify.annotations.NullMarked;
