/**
 * Which leads a campaign dials: typed conditions on a lead's fields, read from JSON with errors that name the place, and compiled to SQL in
 * which every value is a parameter. Knows neither campaigns nor the database.
 */
@NullMarked
package io.tactus.filter;

import org.jspecify.annotations.NullMarked;
