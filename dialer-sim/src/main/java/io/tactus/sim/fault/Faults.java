package io.tactus.sim.fault;

import java.time.Duration;

/** The troubles that can be made at will, and people who call in. Every method returns at once. */
public interface Faults {

    /** Cuts all AMI connections and refuses new ones for that long (real time). Channels live on. */
    void cutConnections(Duration refuseFor);

    /** The process dies and comes back: channels vanish without events, connections are cut and refused for that long (real time). */
    void restart(Duration refuseFor);

    /** Accepts connections and reads nothing, answers nothing, sends no events for that long (real time); calls go on meanwhile. */
    void freeze(Duration atMost);

    /** Ends a freeze early; what has piled up is worked off. */
    void thaw();

    /** Makes events go astray from now on; {@link EventFaults#NONE} heals. */
    void events(EventFaults faults);

    /** Makes a trunk refuse this share of its calls: 0 works, 1 is down. */
    void trunk(String trunk, double failureRate);

    /** The far ends on that number, or the agent's phone of that name, hang up now. */
    void hangUp(String number);

    /** Takes an agent's phone, or a trunk, off the net, or back on; calls that stand are not touched. */
    void phone(String endpoint, boolean registered);

    /**
     * Somebody calls in.
     *
     * @param number whom the caller dials
     * @param behaviour how the caller behaves, in the words of a scenario line: {@code answer talk=10 patience=60}
     */
    void callIn(String trunk, String number, String caller, String behaviour);

    /**
     * Scripts the coming dials of a number, a prefix or an agent's phone, in the words of a scenario line: {@code answer after=2 talk=10}.
     * A phone is picked up by {@code phone after=4 ring=0.1}.
     */
    void script(String number, String behaviour);
}
