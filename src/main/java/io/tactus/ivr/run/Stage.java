package io.tactus.ivr.run;

/** What a walk waits for at its present node. */
sealed interface Stage {
    /** For the caller to come. */
    record Before() implements Stage {}

    /** For the end of what is said. */
    record Saying(int play) implements Stage {}

    /** The same, and a key ends it. @param attempt 1 for the first */
    record Inviting(int play, int attempt) implements Stage {}

    /** For a key. @param typed so far */
    record Listening(int attempt, String typed) implements Stage {}

    /** For an answer of the world. */
    record Requesting(int ticket) implements Stage {}

    /** For the end of a talk, however long it is. */
    record Talking(int ticket) implements Stage {}

    /** For nothing more. */
    record Over() implements Stage {}
}
