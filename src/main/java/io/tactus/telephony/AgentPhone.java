package io.tactus.telephony;

/**
 * What is rung for an agent.
 *
 * @param endpoint the phone, for example {@code agent-7}; for a phone outside the trunk that leads to it
 * @param number of a phone outside, E.164 with plus sign: who picks it up has to press a key, since it may be a voicemail box that does; empty for a
 *     phone of the house
 */
public record AgentPhone(String endpoint, String number) {
    /** A phone of the house. */
    public static AgentPhone at(String endpoint) {
        return new AgentPhone(endpoint, "");
    }

    /** Whether it is reached over a trunk. */
    public boolean outside() {
        return !number.isEmpty();
    }

    /** The trunk that leads to it; empty for a phone of the house. */
    public String trunk() {
        return outside() ? endpoint : "";
    }
}
