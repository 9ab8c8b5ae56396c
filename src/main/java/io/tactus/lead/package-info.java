/**
 * Lead lists, leads with their phones, and the upload of lists.
 * An import is one transaction on one connection: nothing of it is seen before it is complete.
 */
@NullMarked
package io.tactus.lead;

import org.jspecify.annotations.NullMarked;
