package io.tactus.lab.peer;

import io.tactus.pacing.PacingView;

/** Agents in a call. */
final class Talks {
    private Talks() {}

    static int count(PacingView view) {
        int[] talks = {0};
        view.eachBusyAgent((id, talking, sinceMicros, share) -> talks[0] += talking ? 1 : 0);
        return talks[0];
    }
}
