package io.tactus.telephony.asterisk;

import java.nio.file.Path;
import java.time.Duration;

/** An Asterisk that the conformance suite may use as it likes. Numbers follow the number plan of {@code asterisk/carrier}. */
interface AsteriskUnderTest extends AutoCloseable {
    int port();

    String eventsUser();

    String eventsSecret();

    String actionsUser();

    String actionsSecret();

    /** Folder that this Asterisk records into, as it sees it itself. */
    Path recordings();

    /** Somebody calls in, and hangs up so long after the answer. @param number whom the caller dials */
    void callIn(String number, String caller, Duration talk);

    /** Dies with all calls and comes back; returns when it takes logins again. */
    void restart();

    @Override
    void close();
}
