package io.tactus.telephony;

/**
 * What is rung for an agent, or for somebody outside with whom an agent wants to speak.
 *
 * @param endpoint the phone, for example {@code agent-7}; for a phone outside the trunk that leads to it
 * @param number of a phone outside, E.164 with plus sign; empty for a phone of the house
 * @param asksForKey whether who picks up has to press a key: a voicemail box may have done so, and would be an agent
 */
public record AgentPhone(String endpoint, String number, boolean asksForKey) {
    /** A phone of the house. */
    public static AgentPhone at(String endpoint) {
        return new AgentPhone(endpoint, "", false);
    }

    /** An agent's own phone outside. */
    public static AgentPhone mobile(String trunk, String number) {
        return new AgentPhone(trunk, number, true);
    }

    /** Somebody outside. */
    public static AgentPhone guest(String trunk, String number) {
        return new AgentPhone(trunk, number, false);
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
