package io.tactus.telephony.asterisk;

import java.nio.file.Path;

/** An Asterisk that the conformance suite may use as it likes. Numbers follow the number plan of {@code asterisk/carrier}. */
interface AsteriskUnderTest extends AutoCloseable {
    int port();

    String eventsUser();

    String eventsSecret();

    String actionsUser();

    String actionsSecret();

    /** Folder that this Asterisk records into, as it sees it itself. */
    Path recordings();

    /** Dies with all calls and comes back; returns when it takes logins again. */
    void restart();

    @Override
    void close();
}
