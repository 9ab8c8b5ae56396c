/**
 * The do-not-call list: who may not be called, by whose word and why.
 * Apart from the rules of the package above, because it reports to the floor, and the floor's shell asks those rules.
 */
@NullMarked
package io.tactus.compliance.dnc;

import org.jspecify.annotations.NullMarked;
