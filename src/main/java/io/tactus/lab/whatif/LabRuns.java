package io.tactus.lab.whatif;

import io.quarkus.runtime.ShutdownEvent;
import io.tactus.lab.WhatIf;
import io.tactus.lab.past.Pasts;
import io.tactus.platform.EngineClock;
import io.tactus.problem.Problem.FieldError;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The questions to the laboratory: one is worked on, a few wait, the last ones are kept until the engine stops. */
@ApplicationScoped
public class LabRuns {
    /** Questions that may wait. */
    static final int WAITING = 4;
    /** Questions that are remembered. */
    static final int KEPT = 20;

    private static final Logger LOG = Logger.getLogger(LabRuns.class);

    private final EngineClock clock;
    private final LabScreens screens;
    private final Pasts pasts;
    private final Map<Long, LabJob> jobs = new LinkedHashMap<>();
    /** One thread, which is there while there is work; its queue never holds more than may wait and the one that it takes next. */
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING + 1), LabRuns::thread);

    private long lastId;

    LabRuns(EngineClock clock, LabScreens screens, Pasts pasts) {
        this.clock = clock;
        this.pasts = pasts;
        this.screens = screens;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "lab");
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setDaemon(true);
        return thread;
    }

    /** Takes a question, or says that too many wait. */
    public LabRunView ask(LabForm question, String by) {
        check(question);
        Optional<String> like = Optional.ofNullable(question.campaignId())
                .map(campaign ->
                        pasts.scenario(campaign, question.daysOrUsual()).toString());
        LabJob job;
        synchronized (this) {
            if (jobs.values().stream().filter(LabJob::waits).count() >= WAITING) {
                throw ProblemException.of(
                        503, WAITING + " simulations wait already. Try again when one is over, or cancel one.");
            }
            job = new LabJob(++lastId, by, clock.instant(), question, like);
            jobs.put(job.id, job);
            jobs.values().stream()
                    .filter(LabJob::over)
                    .limit(Math.max(0, jobs.size() - KEPT))
                    .map(old -> old.id)
                    .toList()
                    .forEach(jobs::remove);
        }
        screens.show(job.view());
        worker.execute(new Task(job));
        return job.view();
    }

    private static void check(LabForm question) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < question.policies().size(); i++) {
            try {
                WhatIf.requireKnown(question.policies().get(i));
            } catch (IllegalArgumentException e) {
                errors.add(new FieldError("policies[" + i + "]", String.valueOf(e.getMessage())));
            }
        }
        if (question.policies().stream().distinct().count()
                < question.policies().size()) {
            errors.add(new FieldError("policies", "must not name one twice"));
        }
        if (question.agentHours() > LabForm.MOST_AGENT_HOURS) {
            errors.add(new FieldError(
                    "repetitions",
                    "agents x hours x repetitions x policies is %d, at most %d: ask for less of one of them"
                            .formatted(question.agentHours(), LabForm.MOST_AGENT_HOURS)));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    /** Equal by its job, so that a cancelled one is found in the queue. */
    private final class Task implements Runnable {
        private final LabJob job;

        Task(LabJob job) {
            this.job = job;
        }

        @Override
        public void run() {
            work(job);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Task task && task.job == job;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(job.id);
        }
    }

    private void work(LabJob job) {
        if (!job.begin()) {
            return;
        }
        try {
            new LabWork(job, clock, screens).run();
            job.end(LabJob.State.DONE, null);
        } catch (CancellationException e) {
            job.end(LabJob.State.CANCELLED, null);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Simulation %d failed", job.id);
            job.end(LabJob.State.FAILED, "The simulation failed: " + e.getMessage());
        }
        screens.show(job.view());
    }

    /** The questions, the latest first. */
    public synchronized List<LabRunView> list() {
        return jobs.values().stream().map(LabJob::view).toList().reversed();
    }

    /** One question with its answer so far. */
    public LabRunView get(long id) {
        return job(id).view();
    }

    /** Cancels a question; one that is over stays as it is. */
    public void cancel(long id) {
        LabJob job = job(id);
        if (job.end(LabJob.State.CANCELLED, null)) {
            worker.remove(new Task(job));
            screens.show(job.view());
        }
    }

    private synchronized LabJob job(long id) {
        LabJob job = jobs.get(id);
        if (job == null) {
            throw ProblemException.notFound("simulation", id);
        }
        return job;
    }

    void stop(@Observes ShutdownEvent event) {
        synchronized (this) {
            jobs.values().forEach(job -> job.end(LabJob.State.CANCELLED, null));
        }
        worker.shutdownNow();
    }
}
