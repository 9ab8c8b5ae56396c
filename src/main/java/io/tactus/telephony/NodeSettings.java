package io.tactus.telephony;

import java.util.List;

/**
 * One Asterisk node.
 *
 * @param eventsUser AMI user that reads events
 * @param actionsUser AMI user that sends actions
 */
public record NodeSettings(
        String name,
        String host,
        int port,
        String eventsUser,
        String eventsSecret,
        String actionsUser,
        String actionsSecret,
        List<TrunkSettings> trunks) {
    /** Copies the list. */
    public NodeSettings {
        trunks = List.copyOf(trunks);
    }

    /** Never shows a secret. */
    @Override
    public String toString() {
        return "NodeSettings[" + name + " " + host + ":" + port + " " + trunks + "]";
    }

    /**
     * One trunk of a node.
     *
     * @param name PJSIP endpoint
     * @param lines highest number of calls at once
     * @param callsPerSecond originates a second
     */
    public record TrunkSettings(String name, int lines, double callsPerSecond) {}
}
