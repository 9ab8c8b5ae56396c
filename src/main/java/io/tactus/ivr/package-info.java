/**
 * IVR flows as their authors see them: drafts, published versions, findings, try-outs. What a flow is stands in {@link io.tactus.ivr.flow}, what
 * becomes of a caller in {@link io.tactus.ivr.run}; no call runs through them yet.
 */
@NullMarked
package io.tactus.ivr;

import org.jspecify.annotations.NullMarked;
