/**
 * Published pacing rules, to compare with: each built anew from what is published about it, never from a product at work. What a rule here
 * shows is that rule under this load; it is no measurement of the product in the field.
 */
@NullMarked
package io.tactus.lab.peer;

import org.jspecify.annotations.NullMarked;
