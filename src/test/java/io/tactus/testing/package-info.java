/**
 * What tests of the whole engine share: a PostgreSQL server, people of each role to ask as, builders for campaigns and lists.
 * Nothing here stands in for a class of the engine.
 */
@NullMarked
package io.tactus.testing;

import org.jspecify.annotations.NullMarked;
