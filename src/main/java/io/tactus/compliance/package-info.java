/**
 * Rules of who may be called when: call windows in the lead's own zones, do-not-call entries. The floor never sees them; the hopper and the
 * gate transaction ask here.
 */
@NullMarked
package io.tactus.compliance;

import org.jspecify.annotations.NullMarked;
