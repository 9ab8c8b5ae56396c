package io.tactus.ivr.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.ivr.flow.AFlow;
import io.tactus.ivr.flow.Finding;
import io.tactus.ivr.flow.Flow;
import io.tactus.ivr.flow.FlowValidator;
import io.tactus.ivr.flow.RandomFlows;
import io.tactus.ivr.rehearsal.Answer;
import io.tactus.ivr.rehearsal.Plan;
import io.tactus.ivr.rehearsal.Rehearsal;
import io.tactus.ivr.rehearsal.Rehearsed;
import io.tactus.ivr.run.TraceEntry.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random walks through random flows; a failure names its seed, and small flows come first. More: {@code -Dtactus.stories=100000}. */
class WalkPropertyTest {
    private static final int STORIES = 10 * Integer.getInteger("tactus.stories", 300);
    /** What a node may take of the one timer: each attempt is said and listened to, and what it asks for is waited for. */
    private static final int TIMERS_OF_A_NODE = 12;

    private static AFlow flow(long seed, double anywhere) {
        return RandomFlows.of(seed, 2 + (int) (18 * seed / STORIES), anywhere);
    }

    private static boolean isAccepted(AFlow flow) {
        return FlowValidator.check(flow.build(), AFlow.HOUSE).isEmpty();
    }

    @Test
    void whoDoesNothingPassesEachNodeOnceAtMostWhateverTheWorldAnswers() {
        int accepted = 0;
        for (long seed = 1; seed <= STORIES; seed++) {
            AFlow flow = flow(seed, 0.05);
            if (!isAccepted(flow)) {
                continue;
            }
            accepted++;
            Random chance = new Random(seed * 7);
            Map<String, Answer> answers = new HashMap<>();
            flow.build().nodes().keySet().forEach(id -> answers.put(id, answer(chance)));
            Plan plan = new Plan(ACall.MONDAY, "+4930123", "1", Map.of("tier", "1"), List.of(), answers);
            Rehearsed run = Rehearsal.run(flow.build(), plan, id -> Duration.ofSeconds(2));
            assertThat(run.over()).as("over with seed %d", seed).isTrue();
            assertThat(run.trace().stream().filter(entry -> entry.event() == Event.ENTERED))
                    .as("nodes passed with seed %d", seed)
                    .extracting(TraceEntry::node)
                    .doesNotHaveDuplicates();
            assertThat(run.trace())
                    .as("trace with seed %d", seed)
                    .extracting(TraceEntry::event)
                    .doesNotContain(Event.LOST, Event.TOO_LONG);
        }
        assertThat(accepted).as("flows without findings").isGreaterThan(STORIES / 5);
    }

    private static Answer answer(Random chance) {
        Duration after = Duration.ofSeconds(chance.nextInt(20));
        return switch (chance.nextInt(4)) {
            case 0 -> new Answer.Found(after, Map.of("tier", "1"));
            case 1 -> new Answer.Done(after, after);
            case 2 -> new Answer.Not(after, "no");
            default -> new Answer.Silence();
        };
    }

    /** Inputs by chance, right and wrong ones: any ticket, any order, time that goes back. */
    private static Input input(Random chance, Instant at, int lastTicket) {
        int ticket = Math.max(1, lastTicket - chance.nextInt(4));
        return switch (chance.nextInt(chance.nextInt(30) == 0 ? 10 : 9)) {
            case 0, 1, 2 -> new Input.Digit(at, "0123456789*#x".charAt(chance.nextInt(13)));
            case 3 -> new Input.PlayEnded(at, ticket);
            case 4 -> new Input.TimeUp(at, ticket);
            case 5 -> new Input.LookedUp(at, ticket, Map.of("tier", "1"));
            case 6 -> new Input.Fulfilled(at, ticket);
            case 7 -> chance.nextBoolean() ? new Input.Refused(at, ticket, "no") : new Input.TalkEnded(at, ticket);
            case 8 -> new Input.Started(at, "1", "2", Map.of());
            default -> new Input.HungUp(at);
        };
    }

    /** A walk with what it was told, and what came of it. */
    private static final class Story {
        final Walk walk;
        final List<Input> inputs = new ArrayList<>();
        final List<Turn> turns = new ArrayList<>();
        int lastTicket;
        int timer;
        int queued;
        Instant at = ACall.MONDAY;

        Story(Flow flow) {
            walk = new Walk(flow);
            tell(new Input.Started(at, "+4930123", "1", Map.of("tier", "gold")));
        }

        Turn tell(Input input) {
            boolean wasOver = walk.isOver();
            String before = walk.node();
            Turn turn = walk.apply(input);
            inputs.add(input);
            turns.add(turn);
            if (wasOver) {
                assertThat(turn).as("after the end").isEqualTo(new Turn(List.of(), List.of()));
            }
            belongs(before, turn);
            for (Effect effect : turn.effects()) {
                switch (effect) {
                    case Effect.StartTimer started -> timer = lastTicket = started.ticket();
                    case Effect.Play play -> lastTicket = play.ticket();
                    case Effect.Enqueue enqueue -> queued = lastTicket = enqueue.ticket();
                    case Effect.LookUp asked -> lastTicket = asked.ticket();
                    case Effect.Transfer asked -> lastTicket = asked.ticket();
                    case Effect.PromiseCallback asked -> lastTicket = asked.ticket();
                    case Effect.TakeVoicemail asked -> lastTicket = asked.ticket();
                    default -> {}
                }
            }
            return turn;
        }

        /** Effects come in the order in which their nodes are passed, and from no other node. */
        private void belongs(String before, Turn turn) {
            List<String> way = new ArrayList<>(List.of(before));
            turn.trace().stream()
                    .filter(entry -> entry.event() == Event.ENTERED)
                    .forEach(entry -> way.add(entry.node()));
            int where = 0;
            for (Effect effect : turn.effects()) {
                while (where < way.size() && !way.get(where).equals(effect.node())) {
                    where++;
                }
                assertThat(where).as("%s on the way %s", effect, way).isLessThan(way.size());
            }
        }

        /** From now on the caller does nothing, and the world answers nothing but that talks end. */
        int fallSilent() {
            int steps = 0;
            while (!walk.isOver()) {
                at = at.plusSeconds(1);
                Turn turn = tell(new Input.TimeUp(at, timer));
                if (turn.trace().isEmpty() && turn.effects().isEmpty()) {
                    turn = tell(new Input.TalkEnded(at, queued));
                }
                assertThat(turn.trace().size() + turn.effects().size())
                        .as("a walk that waits at %s has a timer or a talk", walk.node())
                        .isPositive();
                assertThat(++steps).as("steps of a caller who does nothing").isLessThan(10_000);
            }
            return steps;
        }

        List<Event> events() {
            return turns.stream()
                    .flatMap(turn -> turn.trace().stream())
                    .map(TraceEntry::event)
                    .toList();
        }
    }

    @Test
    void fromWhereverItIsAWalkHasAWayOnAndComesToAnEnd() {
        for (long seed = 1; seed <= STORIES; seed++) {
            AFlow chosen = flow(seed, 0.05);
            if (!isAccepted(chosen)) {
                continue;
            }
            Flow flow = chosen.build();
            Random chance = new Random(seed * 13);
            try {
                Story story = new Story(flow);
                for (int i = chance.nextInt(60); i > 0; i--) {
                    story.at = story.at.plusMillis(chance.nextInt(5_000) - 500);
                    story.tell(input(chance, story.at, story.lastTicket));
                }
                int steps = story.fallSilent();
                assertThat(steps)
                        .isLessThanOrEqualTo(TIMERS_OF_A_NODE * flow.nodes().size());
                assertThat(story.events()).doesNotContain(Event.LOST, Event.TOO_LONG);
                story.tell(input(chance, story.at, story.lastTicket));

                Walk again = new Walk(flow);
                assertThat(story.inputs.stream().map(again::apply).toList())
                        .as("the same inputs again")
                        .isEqualTo(story.turns);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + flow, e);
            }
        }
    }

    @Test
    void nothingComesAfterTheCallerHungUp() {
        for (long seed = 1; seed <= STORIES; seed++) {
            Random chance = new Random(seed * 17);
            Story story = new Story(flow(seed, 0.3).build());
            for (int i = chance.nextInt(30); i > 0; i--) {
                story.tell(input(chance, story.at, story.lastTicket));
            }
            boolean wasOver = story.walk.isOver();
            Turn last = story.tell(new Input.HungUp(story.at));
            assertThat(last.effects()).as("effects with seed %d", seed).isEmpty();
            assertThat(last.trace()).as("trace with seed %d", seed).hasSize(wasOver ? 0 : 1);
            for (int i = 0; i < 10; i++) {
                story.tell(input(chance, story.at, story.lastTicket));
            }
            assertThat(story.walk.isOver()).isTrue();
        }
    }

    @Test
    void anyFlowAtAllComesToAnEndInTheHandsOfACallerWhoLeansOnAKey() {
        for (long seed = 1; seed <= STORIES / 10; seed++) {
            AFlow flow = flow(seed * 10, 0.3);
            Story story = new Story(flow.build());
            char key = "1*".charAt((int) (seed % 2));
            for (int i = 0; i < 20_000 && !story.walk.isOver(); i++) {
                story.tell(new Input.Digit(story.at, key));
                story.tell(new Input.TimeUp(story.at, story.timer));
                story.tell(new Input.TalkEnded(story.at, story.queued));
            }
            assertThat(story.walk.isOver()).as("over with seed %d", seed).isTrue();
        }
    }

    @Test
    void roundsAreFoundExactlyWhereANodeCanBeReachedFromItselfWithoutAKey() {
        int endless = 0;
        for (long seed = 1; seed <= STORIES; seed++) {
            Flow flow = flow(seed, 0.1).build();
            boolean found = FlowValidator.check(flow, AFlow.HOUSE).stream()
                    .anyMatch(finding -> finding.kind() == Finding.Kind.ENDLESS);
            assertThat(found).as("seed %d: %s", seed, flow).isEqualTo(NaiveRounds.hasOne(flow));
            endless += found ? 1 : 0;
        }
        assertThat(endless).as("flows with rounds").isBetween(STORIES / 20, STORIES / 2);
    }
}
