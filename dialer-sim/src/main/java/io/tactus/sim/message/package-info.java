/**
 * AMI messages as ordered fields and their encoding to bytes; no line break in a value can leave this package,
 * because a value with a line break would be a second message to the reader.
 */
@NullMarked
package io.tactus.sim.message;

import org.jspecify.annotations.NullMarked;
