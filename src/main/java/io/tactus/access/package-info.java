/**
 * People, their roles, their sessions and API tokens, and the audit of what they did.
 * Decides who a request comes from and, for tokens, what it may touch; endpoints declare the roles.
 */
@NullMarked
package io.tactus.access;

import org.jspecify.annotations.NullMarked;
