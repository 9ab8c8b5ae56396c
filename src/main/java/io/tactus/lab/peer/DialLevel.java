package io.tactus.lab.peer;

import io.tactus.pacing.PacingView;

/** Lines per agent, as a rule of VICIdial sets them. */
interface DialLevel {
    /** Shown the floor at every look; answers the level that holds now. */
    double at(PacingView view);

    /** Calls placed on the last beat, for rules that count them. */
    default void placed(int calls) {}
}
