/**
 * A walk tried out without a call, in virtual time: what the caller does and what the world answers is written down beforehand. Pure as the walk
 * itself.
 */
@NullMarked
package io.tactus.ivr.rehearsal;

import org.jspecify.annotations.NullMarked;
