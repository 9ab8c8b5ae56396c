package io.tactus.floor.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * A queue in virtual time, served by the router, in which every caller is told a wait on arrival; what is told is laid beside what came. Those who give up
 * are not in the figures; instead one caller in ten never does, and where people give up only these are.
 *
 * @param agents who serve it
 * @param load offered to the queue, as a share of these agents' time
 * @param otherLoad of another queue that the same agents serve
 * @param sigma of the logarithm of log-normal talks; 0: exponential talks
 * @param patienceSeconds mean, exponential; 0: for ever
 * @param leave how many agents go home in the middle of the run
 */
record WaitTrial(
        String name, int agents, double load, double otherLoad, double sigma, double patienceSeconds, int leave) {
    private static final long SECOND = 1_000_000;
    private static final double TALK = 180;
    private static final int CALLERS = 30_000;
    private static final int WARM_UP = 500;

    /** What was told and what came, in seconds. @param together told by all who wait for these agents @param ahead how many were ahead in the queue */
    record Told(double estimate, double together, double lastWait, int ahead, double waited) {}

    private record Event(long at, long order, Runnable what) {}

    /** Who had to wait. */
    List<Told> run(long seed) {
        return new Run(this, seed).go();
    }

    private static final class Run {
        final WaitTrial trial;
        final Random random;
        final Router router = new Router(Ageing.USUAL);
        final WaitEstimator estimator = new WaitEstimator(TALK, 0);
        /** Of both queues, as if they were one. */
        final WaitEstimator together = new WaitEstimator(TALK, 0);

        final PriorityQueue<Event> events =
                new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
        final Map<Long, Told> open = new HashMap<>();
        final Set<Long> leaving = new HashSet<>();
        final List<Told> told = new ArrayList<>();
        long now;
        long order;
        long callers;
        double lastWait;

        Run(WaitTrial trial, long seed) {
            this.trial = trial;
            this.random = new Random(seed);
        }

        List<Told> go() {
            router.queueIs(QueueRules.plain(1), 0);
            router.queueIs(QueueRules.plain(2), 0);
            for (long agent = 1; agent <= trial.agents; agent++) {
                router.agentIn(new AgentProfile(agent, Set.of(1L, 2L), Levels.NONE, 0), 0);
                router.agentFree(agent, 0);
            }
            estimator.served(trial.agents, TALK, 0);
            together.served(trial.agents, TALK, 0);
            arrivals(1, trial.load);
            if (trial.otherLoad > 0) {
                arrivals(2, trial.otherLoad);
            }
            for (Event event = events.poll(); event != null && callers < CALLERS; event = events.poll()) {
                now = event.at;
                event.what.run();
                serve();
            }
            return told;
        }

        void after(double seconds, Runnable what) {
            events.add(new Event(now + (long) (seconds * SECOND), order++, what));
        }

        double exponential(double mean) {
            return -Math.log(1 - random.nextDouble()) * mean;
        }

        double talk() {
            return trial.sigma == 0
                    ? exponential(TALK)
                    : TALK * Math.exp(trial.sigma * random.nextGaussian() - trial.sigma * trial.sigma / 2);
        }

        void arrivals(long queue, double load) {
            after(exponential(TALK / trial.agents / load), () -> {
                comes(queue);
                arrivals(queue, load);
            });
        }

        void comes(long queue) {
            long id = ++callers;
            if (id == CALLERS / 2) {
                for (long agent = 1; agent <= trial.leave; agent++) {
                    leaving.add(agent);
                    router.agentBusy(agent);
                }
                estimator.served(trial.agents - trial.leave, TALK, now);
                together.served(trial.agents - trial.leave, TALK, now);
            }
            int ahead = router.waiting(queue);
            double byAll =
                    together.seconds(router.waiting(1) + router.waiting(2)).orElseThrow();
            together.joined(now);
            router.callerIn(Caller.plain(id, queue, now), now);
            if (queue == 1) {
                double estimate = estimator.seconds(ahead).orElseThrow();
                estimator.joined(now);
                boolean stays = trial.patienceSeconds == 0 || random.nextInt(10) == 0;
                if (stays && id > WARM_UP) {
                    open.put(id, new Told(estimate, byAll, lastWait, ahead, 0));
                }
                if (!stays) {
                    after(exponential(trial.patienceSeconds), () -> givesUp(id));
                }
            }
        }

        void givesUp(long id) {
            if (router.position(id) > 0) {
                router.callerOut(id);
                estimator.gaveUp(now);
                together.gaveUp(now);
            }
        }

        void serve() {
            for (Optional<Match> next = router.next(now); next.isPresent(); next = router.next(now)) {
                Caller caller = next.get().caller();
                long agent = next.get().agentId();
                after(talk(), () -> {
                    if (!leaving.contains(agent)) {
                        router.agentFree(agent, now);
                    }
                });
                long waited = now - caller.arrivedMicros();
                together.taken(waited, now);
                if (caller.queueId() == 1) {
                    estimator.taken(waited, now);
                    lastWait = waited > 0 ? waited / 1e6 : lastWait;
                    Told then = open.remove(caller.id());
                    if (then != null && waited > 0) {
                        told.add(new Told(then.estimate, then.together, then.lastWait, then.ahead, waited / 1e6));
                    }
                }
            }
        }
    }
}
