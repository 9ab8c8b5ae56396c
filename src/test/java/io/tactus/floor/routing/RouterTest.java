package io.tactus.floor.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final long SECOND = 1_000_000;
    private static final int ENGLISH = 1;
    private static final long QUEUE = 7;
    private static final Levels NO_SKILL = Levels.NONE;

    private final Router router = new Router(Ageing.pointEvery(60, 10));

    private void queue(Strategy strategy, Demand demand, long holdSeconds) {
        router.queueIs(new QueueRules(QUEUE, 0, strategy, demand, holdSeconds * SECOND), 0);
    }

    private void agent(long id, int english, int callsToday) {
        Levels skills = english == 0 ? NO_SKILL : new Levels(Map.of(ENGLISH, english));
        router.agentIn(new AgentProfile(id, Set.of(QUEUE), skills, callsToday), 0);
    }

    private void free(long id, long second) {
        router.agentFree(id, second * SECOND);
    }

    private void caller(long id, long second) {
        router.callerIn(Caller.plain(id, QUEUE, second * SECOND), second * SECOND);
    }

    private void caller(long id, long second, long lastAgent) {
        router.callerIn(new Caller(id, QUEUE, second * SECOND, 0, false, Demand.NONE, lastAgent), second * SECOND);
    }

    private void caller(long id, long second, int priority, boolean vip) {
        router.callerIn(new Caller(id, QUEUE, second * SECOND, priority, vip, Demand.NONE, 0), second * SECOND);
    }

    /** Who is served by whom at this second, "caller>agent". */
    private List<String> matches(long second) {
        var found = new ArrayList<String>();
        for (var match = router.next(second * SECOND); match.isPresent(); match = router.next(second * SECOND)) {
            found.add(match.get().caller().id() + ">" + match.get().agentId());
        }
        return found;
    }

    private static Demand english(int level, Demand.Step... steps) {
        return new Demand(new Levels(Map.of(ENGLISH, level)), List.of(steps));
    }

    @Test
    void firstComeFirstServedByWhoHasBeenFreeLongest() {
        queue(Strategy.LONGEST_IDLE, Demand.NONE, 0);
        agent(1, 0, 0);
        agent(2, 0, 0);
        free(1, 5);
        free(2, 3);
        caller(11, 6);
        caller(12, 7);
        caller(13, 8);

        assertThat(matches(8)).containsExactly("11>2", "12>1");
        assertThat(router.waiting(QUEUE)).isEqualTo(1);
    }

    @Test
    void fewestCallsCountsThoseGivenSince() {
        queue(Strategy.FEWEST_CALLS, Demand.NONE, 0);
        agent(1, 0, 3);
        agent(2, 0, 2);
        free(1, 0);
        free(2, 1);
        caller(11, 2);
        assertThat(matches(2)).containsExactly("11>2");
        free(2, 3);
        caller(12, 4);
        assertThat(matches(4)).as("three each: who is free longer").containsExactly("12>1");
        free(1, 5);
        caller(13, 6);
        assertThat(matches(6)).containsExactly("13>2");
    }

    @Test
    void roundRobinGoesRoundWhateverTheIdleTimes() {
        queue(Strategy.ROUND_ROBIN, Demand.NONE, 0);
        for (long id = 1; id <= 3; id++) {
            agent(id, 0, 0);
            free(id, 0);
        }
        for (long round = 0; round < 6; round++) {
            caller(11 + round, 10 * round);
            assertThat(matches(10 * round)).containsExactly((11 + round) + ">" + (1 + round % 3));
            // Once all have had their turn, who is next has the shortest idle time.
            for (long id = 1; id <= 3; id++) {
                free(id, 10 * round + (round >= 2 && id == 1 + (round + 1) % 3 ? 2 : 1));
            }
        }
    }

    @Test
    void bestSkillGivesTheExpertAndLeastSkillKeepsTheExpert() {
        agent(1, 5, 0);
        agent(2, 9, 0);
        agent(3, 6, 0);
        queue(Strategy.BEST_SKILL, english(5), 0);
        List.of(1L, 2L, 3L).forEach(id -> free(id, 0));
        caller(11, 1);
        assertThat(matches(1)).containsExactly("11>2");
        free(2, 0);
        queue(Strategy.LEAST_SKILL, english(5), 0);
        caller(12, 2);
        assertThat(matches(2)).containsExactly("12>1");
    }

    @Test
    void aRequirementRelaxesByStepsAndTheTimerSaysWhen() {
        queue(
                Strategy.LONGEST_IDLE,
                english(8, new Demand.Step(30 * SECOND, ENGLISH, 3), new Demand.Step(90 * SECOND, ENGLISH, 0)),
                0);
        agent(1, 0, 0);
        agent(2, 3, 0);
        free(1, 0);
        caller(11, 0);
        caller(12, 10);
        free(2, 11);

        assertThat(matches(12)).isEmpty();
        assertThat(router.nextDeadlineMicros()).isEqualTo(30 * SECOND);
        assertThat(matches(29)).isEmpty();
        assertThat(matches(30)).containsExactly("11>2");
        assertThat(router.nextDeadlineMicros()).isEqualTo(40 * SECOND);
        assertThat(matches(99)).isEmpty();
        assertThat(router.nextDeadlineMicros()).isEqualTo(100 * SECOND);
        assertThat(matches(100)).containsExactly("12>1");
        assertThat(router.nextDeadlineMicros()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatTheCallerNeedsCountsWithWhatTheQueueNeeds() {
        queue(Strategy.LONGEST_IDLE, english(2), 0);
        agent(1, 4, 0);
        free(1, 0);
        router.callerIn(new Caller(11, QUEUE, 0, 9, true, english(6), 0), 0);
        caller(12, 1);

        assertThat(matches(1))
                .as("the urgent one cannot be served, and holds up nobody")
                .containsExactly("12>1");
    }

    @Test
    void aPointIsWorthAMinuteAndAVipTenPoints() {
        queue(Strategy.LONGEST_IDLE, Demand.NONE, 0);
        agent(1, 0, 0);
        caller(11, 0);
        caller(12, 599, 0, true);
        caller(13, 601, 0, true);
        caller(14, 610, 1, false);
        caller(15, 600, 0, false);

        assertThat(List.of(
                        router.position(12),
                        router.position(11),
                        router.position(13),
                        router.position(14),
                        router.position(15)))
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(router.position(99)).isZero();
        for (String expected : List.of("12>1", "11>1", "13>1", "14>1", "15>1")) {
            free(1, 610);
            assertThat(matches(610)).containsExactly(expected);
        }
    }

    @Test
    void whoSpokeWithAnAgentWaitsForThatOneOnlyForATime() {
        queue(Strategy.LONGEST_IDLE, Demand.NONE, 20);
        agent(1, 0, 0);
        agent(2, 0, 0);
        free(1, 0);
        caller(11, 100, 2);

        assertThat(matches(100)).isEmpty();
        assertThat(router.nextDeadlineMicros()).isEqualTo(120 * SECOND);
        assertThat(matches(120)).containsExactly("11>1");
    }

    @Test
    void theAgentSpokenWithIsPreferredEvenAfterThatTime() {
        queue(Strategy.LONGEST_IDLE, Demand.NONE, 0);
        agent(1, 0, 0);
        agent(2, 0, 0);
        free(1, 0);
        free(2, 90);
        caller(11, 100, 2);

        assertThat(matches(100)).containsExactly("11>2");
    }

    @Test
    void nobodyWaitsForAnAgentWhoIsNotThereOrNotAbleAnyMore() {
        queue(Strategy.LONGEST_IDLE, english(3), 600);
        agent(1, 3, 0);
        agent(2, 3, 0);
        agent(3, 1, 0);
        free(1, 0);
        caller(11, 1, 4);
        assertThat(matches(1)).as("not logged in").containsExactly("11>1");
        free(1, 2);
        caller(12, 2, 3);
        assertThat(matches(2)).as("has not the skill").containsExactly("12>1");
        free(1, 3);
        caller(13, 3, 2);
        assertThat(matches(3)).isEmpty();
        router.agentOut(2, 4 * SECOND);
        assertThat(matches(4)).as("logged out meanwhile").containsExactly("13>1");
    }

    @Test
    void whoMayNotGoStaysFree() {
        queue(Strategy.LONGEST_IDLE, Demand.NONE, 0);
        agent(1, 0, 0);
        agent(2, 0, 0);
        free(1, 0);
        caller(11, 1);
        assertThat(router.next(SECOND, id -> id != 1)).isEmpty();
        free(2, 1);
        assertThat(router.next(SECOND, id -> id != 1)).map(Match::agentId).contains(2L);
        caller(12, 2);
        assertThat(matches(2)).containsExactly("12>1");
    }

    @Test
    void whoHasGoneOrIsBusyIsNotMatched() {
        queue(Strategy.LONGEST_IDLE, Demand.NONE, 0);
        agent(1, 0, 0);
        free(1, 0);
        router.agentBusy(1);
        caller(11, 1);
        assertThat(matches(1)).isEmpty();
        router.callerOut(11);
        free(1, 2);
        assertThat(matches(2)).isEmpty();
        assertThat(router.waiting(QUEUE)).isZero();
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        assertThatThrownBy(() -> router.callerIn(Caller.plain(11, 9, 0), 0)).hasMessageContaining("no such queue");
        queue(Strategy.LONGEST_IDLE, Demand.NONE, 0);
        caller(11, 0);
        assertThatThrownBy(() -> caller(11, 1)).hasMessageContaining("waits already");
        assertThatThrownBy(() -> free(5, 0)).hasMessageContaining("agent 5 is not logged in");
        assertThatThrownBy(() -> english(3, new Demand.Step(SECOND, ENGLISH, 3)))
                .hasMessageContaining("relaxes nothing");
        assertThatThrownBy(() -> new Levels(Map.of(ENGLISH, 10))).hasMessageContaining("level 10, expected 1 to 9");
        assertThatThrownBy(() -> new Ageing(0, 0)).hasMessageContaining("expected");
    }
}
