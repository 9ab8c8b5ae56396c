package io.tactus.floor.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four agents busy 95 % of their time with callers most of whom are urgent: those who are not are served all the same. */
class StarvationTest {
    private static final long SECOND = 1_000_000;
    private static final int AGENTS = 4;
    private static final double TALK_SECONDS = 60;
    private static final int CALLERS = 20_000;

    private final Router router = new Router(Ageing.pointEvery(20, 10));
    /** When agents become free: time and agent. */
    private final PriorityQueue<long[]> ends = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));

    private final Map<Long, Caller> waiting = new HashMap<>();
    private long served;
    private long longest;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nobodyIsOvertakenByThoseWhoComeMoreThanAHeadStartLater(long seed) {
        Random random = new Random(seed);
        long headStart = Ageing.pointEvery(20, 10).longestHeadStartMicros();
        router.queueIs(QueueRules.plain(1), 0);
        for (long agent = 1; agent <= AGENTS; agent++) {
            router.agentIn(new AgentProfile(agent, Set.of(1L), Levels.NONE, 0), 0);
            router.agentFree(agent, 0);
        }
        long now = 0;
        long longestQueue = 0;
        for (long id = 1; id <= CALLERS; id++) {
            now += (long) (-Math.log(1 - random.nextDouble()) * TALK_SECONDS / AGENTS / 0.95 * SECOND);
            while (!ends.isEmpty() && ends.peek()[0] <= now) {
                long[] end = ends.poll();
                router.agentFree(end[1], end[0]);
                serve(end[0], random, headStart);
            }
            boolean urgent = random.nextInt(10) > 0;
            Caller caller = new Caller(id, 1, now, urgent ? 9 : 0, urgent, Demand.NONE, 0);
            router.callerIn(caller, now);
            waiting.put(id, caller);
            serve(now, random, headStart);
            longestQueue = Math.max(longestQueue, waiting.size());
        }
        while (!ends.isEmpty()) {
            long[] end = ends.poll();
            router.agentFree(end[1], end[0]);
            serve(end[0], random, headStart);
        }

        assertThat(served).isEqualTo(CALLERS);
        // Behind a head start comes at most what waits then, at the pace of the agents; three times that is luck
        // enough.
        assertThat(longest).isLessThan(headStart + (long) (3 * longestQueue * TALK_SECONDS / AGENTS * SECOND));
    }

    private void serve(long now, Random random, long headStart) {
        for (Optional<Match> next = router.next(now); next.isPresent(); next = router.next(now)) {
            Caller caller = next.get().caller();
            waiting.remove(caller.id());
            for (Caller other : waiting.values()) {
                assertThat(other.arrivedMicros()).isGreaterThanOrEqualTo(caller.arrivedMicros() - headStart);
            }
            served++;
            longest = Math.max(longest, now - caller.arrivedMicros());
            long talk = (long) (-Math.log(1 - random.nextDouble()) * TALK_SECONDS * SECOND);
            ends.add(new long[] {now + talk, next.get().agentId()});
        }
    }
}
