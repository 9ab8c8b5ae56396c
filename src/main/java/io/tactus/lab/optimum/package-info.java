/**
 * The best that any pacing policy could do in a small world that is known exactly: a constrained Markov decision process, solved by relative value
 * iteration. It shows how much a real policy leaves on the table.
 */
@NullMarked
package io.tactus.lab.optimum;

import org.jspecify.annotations.NullMarked;
