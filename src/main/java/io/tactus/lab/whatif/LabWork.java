package io.tactus.lab.whatif;

import io.tactus.lab.WhatIf;
import io.tactus.lab.WhatIf.Outcome;
import io.tactus.platform.EngineClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Works through one question, policy by policy. It rests after each stretch of work, since a thread's priority alone means little to most systems: a
 * third of a core is always left to dialling.
 */
final class LabWork {
    private static final long STRETCH_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long SHOWN_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(15);

    private final LabJob job;
    private final EngineClock clock;
    private final LabScreens screens;
    private final long beganNanos;
    private long workedFromNanos;
    private long shownNanos;
    private int shiftsDone;

    LabWork(LabJob job, EngineClock clock, LabScreens screens) {
        this.job = job;
        this.clock = clock;
        this.screens = screens;
        this.beganNanos = clock.monotonicNanos();
        this.workedFromNanos = beganNanos;
        this.shownNanos = beganNanos;
    }

    void run() {
        LabForm question = job.question;
        WhatIf.World world = new WhatIf.World(
                question.agents(),
                question.abandonmentCap(),
                question.answerRate(),
                Duration.ofSeconds(question.talkSeconds()),
                Duration.ofSeconds(question.wrapUpSeconds()),
                Duration.ofHours(question.hours()),
                job.like);
        screens.show(job.view());
        double shifts = (double) question.policies().size() * question.repetitions();
        for (String policy : question.policies()) {
            List<Outcome> outcomes = new ArrayList<>();
            for (int seed = 1; seed <= question.repetitions(); seed++) {
                outcomes.add(WhatIf.run(world, policy, seed, share -> breathe((shiftsDone + share) / shifts)));
                shiftsDone++;
            }
            job.add(LabRow.of(policy, question.abandonmentCap(), outcomes));
            screens.show(job.view());
        }
    }

    /** Gives way, tells how far it is, and stops when it is not wanted any more. */
    private void breathe(double share) {
        long now = clock.monotonicNanos();
        if (now - workedFromNanos < STRETCH_NANOS) {
            return;
        }
        if (job.over() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        if (now - beganNanos > LONGEST_NANOS) {
            throw new IllegalStateException("it took longer than 15 minutes; ask for less");
        }
        job.advance(share);
        if (now - shownNanos >= SHOWN_EVERY_NANOS) {
            shownNanos = now;
            screens.show(job.view());
        }
        LockSupport.parkNanos(REST_NANOS);
        workedFromNanos = clock.monotonicNanos();
    }
}
