/**
 * Recordings of talks: find and play them by right. Also how any sound file is found and played, for the voicemail box as well.
 * Files are found by the database's word only, below the configured folder.
 */
@NullMarked
package io.tactus.recording;

import org.jspecify.annotations.NullMarked;
