/**
 * The storm: the engine's own floor, workers, router and recovery in a hostile world in virtual time. A story is told by one number; at
 * every step the promises of the engine are checked by books that share nothing with it ({@link FloorLaw}, {@link StoreLaw}).
 *
 * <pre>StormCommand ──seed──> Story ──> Lives ──> SteppedEngine ──Phones──> PhoneNode
 *      └── Shrinker            ├─ Faults  └─ UnreliableStore ──> MemoryStore
 *                              └─ Crew (agents, managers)</pre>
 */
@NullMarked
package io.tactus.lab.storm;

import org.jspecify.annotations.NullMarked;
