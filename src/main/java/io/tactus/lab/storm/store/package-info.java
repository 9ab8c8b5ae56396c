/**
 * The store of the storm: the dialling's store in memory, under the same contract as PostgreSQL. One contract test
 * ({@code DialingStoreContract}) holds both to it. It plays no part in an engine.
 */
@NullMarked
package io.tactus.lab.storm.store;

import org.jspecify.annotations.NullMarked;
