package io.tactus.telephony.asterisk;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the adapter deals with every node. All durations are real time.
 *
 * @param recordings absolute folder for voicemails, under the same path on every node
 * @param pingInterval from ping to ping, on both connections
 * @param pongPatience without a pong for so long the link is thrown away
 * @param actionPatience without a response for so long an action counts as lost
 * @param firstBackOff pause before the first attempt to connect again; doubles with each
 * @param longestBackOff longest pause between attempts
 * @param settling from the last row of a reading to its snapshot, so that events on their way come first
 * @param eventQueue events that may wait; one more and the link is resynchronised
 * @param pendingActions actions that may wait for a response; further ones fail
 */
public record AsteriskSettings(
        Path recordings,
        Duration pingInterval,
        Duration pongPatience,
        Duration actionPatience,
        Duration firstBackOff,
        Duration longestBackOff,
        Duration settling,
        int eventQueue,
        int pendingActions) {

    /** Fails fast on a folder that cannot be given to Asterisk, and on limits that are none. */
    public AsteriskSettings {
        try {
            AmiText.folder("recordings folder", recordings.toString());
        } catch (RefusedValueException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        if (eventQueue < 1 || pendingActions < 1) {
            throw new IllegalArgumentException(
                    "event queue and pending actions must be at least 1, got " + eventQueue + " and " + pendingActions);
        }
        if (pongPatience.compareTo(pingInterval) <= 0) {
            throw new IllegalArgumentException("the patience for a pong (" + pongPatience
                    + ") must be longer than the interval of the pings (" + pingInterval + ")");
        }
    }

    /** What production uses. */
    public static AsteriskSettings usual(Path recordings) {
        return new AsteriskSettings(
                recordings,
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                Duration.ofMillis(250),
                20_000,
                10_000);
    }

    /** The same with other limits of the queues. */
    public AsteriskSettings withLimits(int otherEventQueue, int otherPendingActions) {
        return new AsteriskSettings(
                recordings,
                pingInterval,
                pongPatience,
                actionPatience,
                firstBackOff,
                longestBackOff,
                settling,
                otherEventQueue,
                otherPendingActions);
    }

    /** The same with another watchdog. */
    public AsteriskSettings withWatchdog(Duration interval, Duration patience, Duration backOff) {
        return new AsteriskSettings(
                recordings,
                interval,
                patience,
                actionPatience,
                backOff,
                longestBackOff,
                settling,
                eventQueue,
                pendingActions);
    }

    /** The same with another patience for responses. */
    public AsteriskSettings withActionPatience(Duration patience) {
        return new AsteriskSettings(
                recordings,
                pingInterval,
                pongPatience,
                patience,
                firstBackOff,
                longestBackOff,
                settling,
                eventQueue,
                pendingActions);
    }
}
