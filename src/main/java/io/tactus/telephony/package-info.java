/**
 * Telephony as the engine sees it: a port in the floor's terms. Effects of the floor go in with the numbers and files that only the
 * shell knows; what happens comes back as inputs of the floor. The one adapter is {@code telephony.asterisk}.
 */
@NullMarked
package io.tactus.telephony;

import org.jspecify.annotations.NullMarked;
