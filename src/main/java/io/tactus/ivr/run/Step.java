package io.tactus.ivr.run;

/** What follows at a node. */
sealed interface Step {
    /** The walk waits here, or is over. */
    Step STAY = new Stay();

    /** See {@link #STAY}. */
    record Stay() implements Step {}

    /** It takes an exit. @param exit how it is written @param to where it leads */
    record Go(String exit, String to) implements Step {}
}
