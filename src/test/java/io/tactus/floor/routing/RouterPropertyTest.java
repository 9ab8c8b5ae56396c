package io.tactus.floor.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random worlds, each step of which is done by the router and by its naive twin. */
class RouterPropertyTest {
    private static final long SECOND = 1_000_000;
    private static final int STEPS = 1_500;

    private static final class World {
        final Random random;
        final Ageing ageing;
        final Router router;
        final SlowRouter slow;
        final List<Match> matches = new ArrayList<>();
        final TreeSet<Long> agents = new TreeSet<>();
        long now = 1_000 * SECOND;
        long nextCaller = 1;

        World(long seed) {
            random = new Random(seed);
            ageing = new Ageing((1 + random.nextInt(60)) * SECOND, random.nextInt(20));
            router = new Router(ageing);
            slow = new SlowRouter(ageing);
            for (long queue = 1; queue <= 4; queue++) {
                ask(queue);
            }
        }

        void ask(long queue) {
            QueueRules rules = new QueueRules(
                    queue,
                    random.nextInt(3),
                    Strategy.values()[random.nextInt(Strategy.values().length)],
                    demand(2),
                    random.nextInt(3) * 20 * SECOND);
            router.queueIs(rules, now);
            slow.queueIs(rules);
        }

        Demand demand(int most) {
            Map<Integer, Integer> first = new HashMap<>();
            List<Demand.Step> steps = new ArrayList<>();
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                int skill = 1 + random.nextInt(4);
                int level = 1 + random.nextInt(9);
                if (first.putIfAbsent(skill, level) == null) {
                    long at = 0;
                    while (level > 0 && random.nextInt(3) > 0) {
                        at += (1 + random.nextInt(30)) * SECOND;
                        level = random.nextInt(level);
                        steps.add(new Demand.Step(at, skill, level));
                    }
                }
            }
            return new Demand(new Levels(first), steps);
        }

        void logIn(long agent) {
            TreeSet<Long> queues = new TreeSet<>();
            Map<Integer, Integer> skills = new HashMap<>();
            for (int i = 0; i < 3; i++) {
                queues.add(1L + random.nextInt(4));
                skills.put(1 + random.nextInt(4), 1 + random.nextInt(9));
            }
            AgentProfile profile = new AgentProfile(agent, queues, new Levels(skills), random.nextInt(5));
            router.agentIn(profile, now);
            slow.agentIn(profile);
            agents.add(agent);
        }

        void step() {
            long passes = random.nextInt(5) * SECOND;
            now = Math.min(now + passes, Math.max(now, router.nextDeadlineMicros()));
            long agent = 1 + random.nextInt(9);
            switch (random.nextInt(20)) {
                case 0 -> ask(1 + random.nextInt(4));
                case 1, 2 -> logIn(agent);
                case 3 -> {
                    router.agentOut(agent, now);
                    slow.agentOut(agent);
                    agents.remove(agent);
                }
                case 4, 5 -> {
                    router.agentBusy(agent);
                    slow.agentBusy(agent);
                }
                case 6, 7, 8, 9, 10 -> {
                    if (agents.contains(agent)) {
                        router.agentFree(agent, now);
                        slow.agentFree(agent, now);
                    }
                }
                case 11 -> {
                    long gone = nextCaller - 1 - random.nextInt(10);
                    router.callerOut(gone);
                    slow.callerOut(gone);
                }
                default -> comes();
            }
            serve(random.nextBoolean() ? id -> true : id -> (id + now) % 3 > 0);
        }

        void comes() {
            Caller caller = new Caller(
                    nextCaller++,
                    1 + random.nextInt(4),
                    now - random.nextInt(2) * SECOND,
                    random.nextInt(10),
                    random.nextInt(10) == 0,
                    demand(1),
                    random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 0);
            router.callerIn(caller, now);
            slow.callerIn(caller);
        }

        void serve(LongPredicate mayGo) {
            Optional<Match> match;
            do {
                match = router.next(now, mayGo);
                assertThat(match).isEqualTo(slow.next(now, mayGo));
                match.ifPresent(m -> {
                    assertThat(slow.able(m.caller(), m.agentId(), now)).isTrue();
                    matches.add(m);
                });
            } while (match.isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theRouterDoesWhatTheNaiveOneDoes(long seed) {
        World world = new World(seed);
        for (int i = 0; i < STEPS; i++) {
            world.step();
        }

        assertThat(world.matches).hasSizeGreaterThan(STEPS / 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35})
    void nothingChangesByTimeAloneBeforeTheDeadline(long seed) {
        World world = new World(seed);
        for (int i = 0; i < STEPS; i++) {
            world.step();
            world.serve(id -> true);
            long deadline = world.router.nextDeadlineMicros();
            assertThat(deadline).isGreaterThan(world.now);
            long before = Math.min(deadline - 1, world.now + 3_600 * SECOND);
            assertThat(world.slow.next(before, id -> true)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void theSameInputsGiveTheSameMatchesAndPlacesAreThoseOfTheNaiveOne(long seed) {
        World one = new World(seed);
        World other = new World(seed);
        for (int i = 0; i < STEPS; i++) {
            one.step();
            other.step();
            for (Caller caller : one.slow.callers) {
                assertThat(one.router.position(caller.id())).isEqualTo(one.slow.position(caller));
            }
        }

        assertThat(one.matches).isEqualTo(other.matches);
    }
}
