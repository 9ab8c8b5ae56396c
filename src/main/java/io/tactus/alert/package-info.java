/**
 * Alerts: what on the floor is beyond what a role tolerates, computed once a second from the board's picture, pushed to those who watch,
 * and kept for thirty days.
 */
@NullMarked
package io.tactus.alert;

import org.jspecify.annotations.NullMarked;
