package io.tactus.lab.peer;

import io.tactus.pacing.PacingView;
import io.tactus.pacing.forecast.WorkPhase;

/** Agents in a call. */
final class Talks {
    private Talks() {}

    static int count(PacingView view) {
        int[] talks = {0};
        view.eachBusyAgent((id, phase, sinceMicros, share, own) -> talks[0] += phase == WorkPhase.WRAP_UP ? 0 : 1);
        return talks[0];
    }
}
