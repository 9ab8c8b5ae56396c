/**
 * Questions to the laboratory from a person at a screen: runs in the background of a working engine, one at a time, on a thread that gives way
 * to dialling, with limits on what may be asked and on how many may wait.
 */
@NullMarked
package io.tactus.lab.whatif;

import org.jspecify.annotations.NullMarked;
