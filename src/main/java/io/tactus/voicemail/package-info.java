/**
 * Messages that callers left in a campaign's voicemail box: list, listen, tick off.
 * Files are found by the database's word only, below the configured folder.
 */
@NullMarked
package io.tactus.voicemail;

import org.jspecify.annotations.NullMarked;
