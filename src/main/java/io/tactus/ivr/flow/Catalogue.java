package io.tactus.ivr.flow;

/** What there is in the house for a flow to name. */
public interface Catalogue {
    /** Whether there is a prompt with this id. */
    boolean hasPrompt(long id);

    /** Whether there is a queue of this name. */
    boolean hasQueue(String name);

    /** Whether there is a voicemail box of this name. */
    boolean hasBox(String name);
}
