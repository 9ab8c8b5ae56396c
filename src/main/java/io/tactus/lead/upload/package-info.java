/**
 * The upload of lead lists from CSV files: read as a stream, checked row by row, staged in the database, made leads all at once.
 * Nothing here grows with the length of the file but the staging table.
 */
@NullMarked
package io.tactus.lead.upload;

import org.jspecify.annotations.NullMarked;
