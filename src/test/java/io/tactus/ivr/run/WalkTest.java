package io.tactus.ivr.run;

import static io.tactus.ivr.flow.AFlow.aFlow;
import static io.tactus.ivr.flow.AFlow.collect;
import static io.tactus.ivr.flow.AFlow.enqueue;
import static io.tactus.ivr.flow.AFlow.hangUp;
import static io.tactus.ivr.flow.AFlow.menu;
import static io.tactus.ivr.flow.AFlow.open;
import static io.tactus.ivr.flow.AFlow.say;
import static io.tactus.ivr.flow.AFlow.set;
import static io.tactus.ivr.run.ACall.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.ivr.flow.AFlow;
import io.tactus.ivr.flow.Node;
import io.tactus.ivr.flow.Phrase;
import io.tactus.ivr.flow.Question;
import io.tactus.ivr.rehearsal.Answer;
import io.tactus.ivr.rehearsal.Rehearsed;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkTest {
    private static AFlow menuFlow() {
        return aFlow().node("main", menu("bye", "1", "sales", "2", "bye"))
                .node("sales", say("Sales", "bye"))
                .node("bye", hangUp());
    }

    @Test
    void aKeyEndsTheQuestionAndIsTakenAtOnce() {
        Rehearsed call = call(menuFlow()).press(0.1, "1").run();
        assertThat(call.effects())
                .extracting(Rehearsed.Timed::effect)
                .containsSequence(
                        new Effect.StopPlaying("main", 1),
                        new Effect.Play("sales", 3, List.of(new Utterance.Words("Sales", "en"))));
        assertThat(call(menuFlow()).press(0.1, "1").trace())
                .containsExactly(
                        "STARTED",
                        "main ENTERED",
                        "main KEY 1",
                        "sales ENTERED",
                        "sales SAID",
                        "bye ENTERED",
                        "bye ENDED");
    }

    @Test
    void whoSaysNothingIsAskedAgainAndThenTheFlowGoesOn() {
        assertThat(call(menuFlow()).trace())
                .containsExactly(
                        "STARTED",
                        "main ENTERED",
                        "main SAID",
                        "main NO_INPUT attempt 1",
                        "main SAID",
                        "main NO_INPUT attempt 2",
                        "bye ENTERED",
                        "bye ENDED");
    }

    @Test
    void aWrongKeyIsToldAndAskedAgain() {
        Question question = new Question(
                List.of(AFlow.words("Choose")), List.of(AFlow.words("No such choice")), 2, Duration.ofSeconds(5));
        AFlow flow = aFlow().node("main", new Node.Menu(question, new TreeMap<>(Map.of('1', "bye")), "bye", "bye"))
                .node("bye", hangUp());
        assertThat(call(flow).press(2, "7").effects(Effect.Play.class).get(1).says())
                .containsExactly(new Utterance.Words("No such choice", "en"), new Utterance.Words("Choose", "en"));
        assertThat(call(flow).press(2, "7").press(4, "*").trace())
                .contains("main NO_MATCH attempt 1", "main NO_MATCH attempt 2")
                .endsWith("bye ENTERED", "bye ENDED");
    }

    @Test
    void aPromptOutsideOfAQuestionIsHeardToItsEnd() {
        AFlow flow = aFlow().node("news", say("Some news", "bye")).node("bye", hangUp());
        assertThat(call(flow).press(0.1, "12#*").trace())
                .containsExactly("STARTED", "news ENTERED", "news SAID", "bye ENTERED", "bye ENDED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123456|COLLECTED 6 digits|123456",
                "1234#|COLLECTED 4 digits|1234",
                "1234|COLLECTED 4 digits|1234",
                "99*5678#|COLLECTED 4 digits|5678",
                "12#|NO_MATCH attempt 1|",
                "12|NO_MATCH attempt 1|"
            })
    void digitsAreCollected(String keys, String event, String said) {
        AFlow flow = aFlow().node("ask", collect("number", "say", "bye"))
                .node("say", new Node.Say(List.of(new Phrase.Digits("number")), "bye"))
                .node("bye", hangUp());
        assertThat(call(flow).press(2, keys).trace()).contains("ask " + event);
        if (said != null) {
            assertThat(call(flow).press(2, keys).effects(Effect.Play.class))
                    .contains(
                            new Effect.Play("say", lastTicket(flow, keys), List.of(new Utterance.Digits(said, "en"))));
        }
    }

    private static int lastTicket(AFlow flow, String keys) {
        return call(flow).press(2, keys).effects(Effect.Play.class).getLast().ticket();
    }

    @Test
    void numbersDigitsDaysAndWordsAreSaidInTheCallersLanguageAndWhatIsNoneIsLeftOut() {
        AFlow flow = aFlow().knowing("balance")
                .knowing("due")
                .knowing("name")
                .node("german", set("language", "de", "say"))
                .node(
                        "say",
                        new Node.Say(
                                List.of(
                                        new Phrase.Recorded(1),
                                        new Phrase.Number("balance"),
                                        new Phrase.Digits("caller"),
                                        new Phrase.Date("due"),
                                        AFlow.words("Grüezi {name}"),
                                        new Phrase.Number("due"),
                                        new Phrase.Date("balance")),
                                "bye"))
                .node("bye", hangUp());
        ACall call = call(flow)
                .knowing("balance", "-412")
                .knowing("due", "2026-12-01")
                .knowing("name", "Ada");
        assertThat(call.effects(Effect.Play.class).getFirst().says())
                .containsExactly(
                        new Utterance.Prompt(1),
                        new Utterance.Number(BigInteger.valueOf(-412), "de"),
                        new Utterance.Digits("4930123", "de"),
                        new Utterance.Day(LocalDate.parse("2026-12-01"), "de"),
                        new Utterance.Words("Grüezi Ada", "de"));
        assertThat(call.trace()).contains("say LEFT_OUT Number", "say LEFT_OUT Date");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T09:00:00Z, day",
        "2026-11-30T16:00:00Z, night",
        "2026-07-01T14:59:59Z, day",
        "2026-07-01T15:00:00Z, night",
        "2026-12-25T09:00:00Z, night"
    })
    void hoursAreThoseOfTheFlowsZoneInWinterAndSummer(String instant, String node) {
        AFlow flow = aFlow().office()
                .node("hours", open("office", "day", "night"))
                .node("day", hangUp())
                .node("night", hangUp());
        assertThat(call(flow).at(instant).trace()).endsWith(node + " ENDED");
    }

    @ParameterizedTest
    @CsvSource({
        "IS, GOLD, gold, yes",
        "IS, silver, gold, no",
        "IS_NOT, silver, gold, yes",
        "STARTS_WITH, Gol, gold, yes",
        "NOT_EMPTY, , gold, yes",
        "EMPTY, , gold, no",
        "LESS, 10, 9.5, yes",
        "LESS, 10, 10, no",
        "AT_LEAST, 10, 10, yes",
        "AT_LEAST, 10, gold, no",
        "LESS, 10, gold, no",
        "LESS, 10, 1e9, no"
    })
    void variablesAreCompared(io.tactus.ivr.flow.Criterion.Operator operator, String value, String given, String way) {
        List<String> values = value == null ? List.of() : List.of(value);
        AFlow flow = aFlow().knowing("tier")
                .node(
                        "asked",
                        new Node.Condition(
                                new io.tactus.ivr.flow.Criterion.Compare("tier", operator, values), "yes", "no"))
                .node("yes", hangUp())
                .node("no", hangUp());
        assertThat(call(flow).knowing("tier", given).trace()).endsWith(way + " ENDED");
    }

    @ParameterizedTest
    @CsvSource({"0.1, main", "3.5, main", "0.3, main", "30, queue"})
    void whoHangsUpAnywhereLeavesATraceUpToThere(double seconds, String node) {
        AFlow flow = aFlow().node("main", menu("queue", "1", "queue"))
                .node("queue", enqueue("bye", "bye", ""))
                .node("bye", hangUp());
        ACall call = call(flow).hangUp(seconds).answer("queue", new Answer.Silence());
        Rehearsed run = call.run();
        assertThat(run.over()).isTrue();
        TraceEntry last = run.trace().getLast();
        assertThat(last.node()).isEqualTo(node);
        assertThat(last.event()).isEqualTo(TraceEntry.Event.HUNG_UP);
        assertThat(last.at()).isEqualTo(ACall.MONDAY.plusMillis((long) (1_000 * seconds)));
        assertThat(call.effects(Effect.HangUp.class)).isEmpty();
    }

    @Test
    void neitherDigitsNorValuesAreInTheTrace() {
        AFlow flow = aFlow().node("ask", collect("pin", "set", "bye"))
                .node("set", set("copy", "{pin}", "bye"))
                .node("bye", hangUp());
        assertThat(String.join(
                        "\n", call(flow).from("+4912345").press(1, "987654").trace()))
                .doesNotContain("987654")
                .doesNotContain("12345")
                .contains("COLLECTED 6 digits", "SET copy");
    }

    @Test
    void aFlowThatWasNotCheckedEndsTheCallAndSaysWhere() {
        assertThat(call(aFlow().node("main", menu("", "1", "nothing")))
                        .press(1, "1")
                        .trace())
                .endsWith("main LOST choices.1 leads to nothing, which there is not");
        assertThat(call(aFlow().node("main", say("Hello", ""))).effects(Effect.HangUp.class))
                .containsExactly(new Effect.HangUp("main"));
        assertThat(call(aFlow()).trace()).endsWith("LOST start leads nowhere");
        assertThat(call(aFlow().node("a", set("x", "y", "a"))).trace())
                .hasSize(2 * Walk.MOST_PASSED + 2)
                .endsWith("a TOO_LONG 1000 nodes were passed");
    }

    @Test
    void whoBeginsAnewForEverIsHungUpOn() {
        AFlow flow = aFlow().node("ask", collect("number", "bye", "bye")).node("bye", hangUp());
        assertThat(call(flow).press(1, "*".repeat(Walk.MOST_PASSED + 1)).trace())
                .endsWith("ask TOO_LONG 1000 keys were pressed");
    }

    @Test
    void aLostEndOfAPromptHoldsNobody() {
        Walk walk = new Walk(menuFlow().build());
        Instant at = ACall.MONDAY;
        Turn turn = walk.apply(new Input.Started(at, "", "", Map.of()));
        int steps = 0;
        while (!walk.isOver()) {
            Effect.StartTimer timer = (Effect.StartTimer) turn.effects().getLast();
            at = at.plus(timer.after());
            turn = walk.apply(new Input.TimeUp(at, timer.ticket()));
            assertThat(++steps).isLessThan(10);
        }
        assertThat(turn.trace().getLast().event()).isEqualTo(TraceEntry.Event.ENDED);
    }
}
