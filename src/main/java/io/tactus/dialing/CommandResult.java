package io.tactus.dialing;

/**
 * What became of a command.
 *
 * @param refusal why it was not carried out; empty when it was
 */
public record CommandResult(String refusal) {
    /** Carried out. */
    public static final CommandResult DONE = new CommandResult("");

    /** Whether it was carried out. */
    public boolean done() {
        return refusal.isEmpty();
    }
}
