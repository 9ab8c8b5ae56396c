/**
 * The laboratory: the floor core itself, paced by one policy or another, in a simulated world in virtual time, so that policies can be compared
 * over thousands of simulated hours. Nothing here touches a network or a database.
 */
@NullMarked
package io.tactus.lab;

import org.jspecify.annotations.NullMarked;
