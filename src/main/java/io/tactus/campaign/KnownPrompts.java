package io.tactus.campaign;

/** The prompts that a campaign may name by {@code prompt/} and an id. */
public interface KnownPrompts {
    /** How the name of such a prompt begins. */
    String PREFIX = "prompt/";

    /** Whether there is a prompt of this name; it then stays until the present transaction ends. */
    boolean hold(String name);
}
