/**
 * Flows as JSON: read with errors that name the place, written as they are read, and described by the schema that is published. Knows neither
 * the database nor REST.
 */
@NullMarked
package io.tactus.ivr.json;

import org.jspecify.annotations.NullMarked;
