package io.tactus.lab;

import io.tactus.lab.WhatIf.Moment;
import io.tactus.pacing.PacingDecision;
import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.PacingView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Looks over a policy's shoulder: what it decides on shows how the run goes. */
final class Course implements PacingPolicy {
    private static final int PARTS = 48;

    private final PacingPolicy policy;
    private final long lengthMicros;
    private final DoubleConsumer watcher;
    private final double[] busyMicros = new double[PARTS];
    private final double[] seenMicros = new double[PARTS];
    private final double[] abandonment = new double[PARTS];
    private long startMicros = -1;
    private long lastMicros;
    private double busy;
    private long liveAnswers;

    Course(PacingPolicy policy, Duration length, DoubleConsumer watcher) {
        this.policy = policy;
        this.lengthMicros = length.toNanos() / 1_000;
        this.watcher = watcher;
    }

    @Override
    public PacingDecision decide(PacingView view) {
        look(view);
        return policy.decide(view);
    }

    private void look(PacingView view) {
        long now = view.nowMicros();
        if (startMicros < 0) {
            startMicros = now;
            lastMicros = now;
        }
        int part = (int) Math.clamp((now - startMicros) * PARTS / lengthMicros, 0, PARTS - 1);
        busyMicros[part] += busy * (now - lastMicros);
        seenMicros[part] += now - lastMicros;
        lastMicros = now;
        int agents = view.loggedInAgents();
        busy = agents == 0 ? 0 : 1 - Math.min(1, view.freeAgents() / (double) agents);
        // At the very end the measuring period is over and its counts begin anew.
        if (view.liveAnswers() >= liveAnswers) {
            liveAnswers = view.liveAnswers();
            abandonment[part] = liveAnswers == 0 ? 0 : view.abandoned() / (double) liveAnswers;
        }
        watcher.accept((now - startMicros) / (double) lengthMicros);
    }

    List<Moment> moments() {
        List<Moment> moments = new ArrayList<>(PARTS);
        for (int part = 0; part < PARTS; part++) {
            if (seenMicros[part] > 0) {
                moments.add(new Moment(
                        (part + 1) * (lengthMicros / 3.6e9) / PARTS,
                        busyMicros[part] / seenMicros[part],
                        abandonment[part]));
            }
        }
        return moments;
    }
}
