package io.tactus.ivr.flow;

import static io.tactus.ivr.flow.AFlow.aFlow;
import static io.tactus.ivr.flow.AFlow.collect;
import static io.tactus.ivr.flow.AFlow.enqueue;
import static io.tactus.ivr.flow.AFlow.hangUp;
import static io.tactus.ivr.flow.AFlow.is;
import static io.tactus.ivr.flow.AFlow.lookUp;
import static io.tactus.ivr.flow.AFlow.menu;
import static io.tactus.ivr.flow.AFlow.offer;
import static io.tactus.ivr.flow.AFlow.open;
import static io.tactus.ivr.flow.AFlow.say;
import static io.tactus.ivr.flow.AFlow.set;
import static io.tactus.ivr.flow.AFlow.span;
import static io.tactus.ivr.flow.AFlow.survey;
import static io.tactus.ivr.flow.AFlow.transfer;
import static io.tactus.ivr.flow.AFlow.voicemail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowValidatorTest {
    /** A flow with a node of every kind, and nothing wrong with it. */
    static AFlow everything() {
        return aFlow().knowing("tier")
                .office()
                .node("hello", say("Hello {tier}", "hours"))
                .node("hours", open("office", "who", "message"))
                .node("who", lookUp("https://crm.example/callers/{caller}", "segment", "vip", "ask"))
                .node("vip", is("segment", "gold", "agent", "ask"))
                .node("ask", collect("customer", "mark", "main"))
                .node("mark", set("language", "de", "main"))
                .node("main", menu("message", "1", "agent", "2", "outside", "9", "main"))
                .node("agent", enqueue("offer", "message", "survey"))
                .node("offer", offer("end", "message", "message"))
                .node("message", voicemail("end", "end"))
                .node("outside", transfer("end"))
                .node("survey", survey("end", "end"))
                .node("end", hangUp());
    }

    @Test
    void aFlowWithANodeOfEveryKindHasNoFindings() {
        assertThat(everything().findings()).isEmpty();
    }

    @Test
    void exitsThatLeadNowhereOrToWhatThereIsNotAreNamed() {
        assertThat(aFlow().node("a", menu("", "1", "b", "2", "c"))
                        .node("c", hangUp())
                        .findings())
                .containsExactly(
                        "UNKNOWN_NODE a: The exit choices.1 leads to b, which there is not.",
                        "DEAD_END a: The exit noInput leads nowhere: name a node.",
                        "DEAD_END a: The exit noMatch leads nowhere: name a node.");
        assertThat(aFlow().findings())
                .contains("DEAD_END : The flow has no first node: name one as its start.")
                .contains("NOT_ALLOWED : nodes must be 1 to 500.");
    }

    @Test
    void whatNobodyComesToIsNamedAndNothingElseIsSaidOfIt() {
        assertThat(aFlow().node("a", hangUp())
                        .node("b", say("{unset}", "c"))
                        .node("c", say("Again", "b"))
                        .findings())
                .filteredOn(finding -> !finding.startsWith("ENDLESS"))
                .containsExactly(
                        "UNREACHABLE b: Nobody comes here from the start: join it to the flow or remove it.",
                        "UNREACHABLE c: Nobody comes here from the start: join it to the flow or remove it.");
    }

    @Test
    void aRoundOfWhatNoKeyTakesIsNamedWithAllItsNodes() {
        assertThat(aFlow().node("a", say("Please hold", "b"))
                        .node("b", is("language", "en", "c", "end"))
                        .node("c", enqueue("a", "end", ""))
                        .node("end", hangUp())
                        .findings())
                .singleElement()
                .asString()
                .startsWith("ENDLESS a: A caller who does nothing can be led round among a, b, c for ever");
        assertThat(aFlow().node("a", menu("a", "1", "end"))
                        .node("end", hangUp())
                        .findings())
                .singleElement()
                .asString()
                .startsWith("ENDLESS a: A caller who does nothing can be led to itself for ever");
    }

    @Test
    void keysMayLeadBackAsOftenAsTheCallerLikes() {
        assertThat(aFlow().node("a", menu("end", "1", "b", "9", "a"))
                        .node("b", collect("number", "a", "end"))
                        .node("end", hangUp())
                        .findings())
                .isEmpty();
    }

    @Test
    void twoRoundsAreTwoFindings() {
        assertThat(aFlow().node("a", say("One", "a"))
                        .node("b", say("Two", "c"))
                        .node("c", say("Three", "b"))
                        .findings())
                .filteredOn(finding -> finding.startsWith("ENDLESS"))
                .hasSize(2);
    }

    @Test
    void theLongestFlowIsLookedThroughWithoutEnd() {
        AFlow flow = aFlow();
        for (int i = 0; i < Limits.MOST_NODES - 1; i++) {
            flow.node("n" + i, say("On", "n" + (i + 1)));
        }
        assertThat(flow.node("n" + (Limits.MOST_NODES - 1), hangUp()).findings())
                .isEmpty();
        assertThat(flow.node("one too many", hangUp()).findings()).contains("NOT_ALLOWED : nodes must be 1 to 500.");
    }

    @Test
    void whatThereIsNotInTheHouseIsNamed() {
        Node.Say prompt = new Node.Say(List.of(new Phrase.Recorded(7)), "b");
        Node.Enqueue queue = new Node.Enqueue("Sales", List.of(), 0, Duration.ofSeconds(60), "c", "c", "");
        Node.Voicemail box = new Node.Voicemail(List.of(), "Sales", Duration.ofSeconds(60), "d", "d");
        assertThat(aFlow().node("a", prompt)
                        .node("b", queue)
                        .node("c", box)
                        .node("d", open("night", "end", "end"))
                        .node("end", hangUp())
                        .findings())
                .containsExactly(
                        "NO_PROMPT a: There is no prompt 7.",
                        "UNKNOWN_NAME b: There is no queue called \"Sales\".",
                        "UNKNOWN_NAME c: There is no voicemail box called \"Sales\".",
                        "UNKNOWN_NAME d: The flow has no table of hours called \"night\".");
    }

    @Test
    void aVariableMustBeSetOnOneWayAtLeast() {
        AFlow flow = aFlow().node("ask", collect("number", "said", "missed"))
                .node("said", say("{number} {caller} {did} {language}", "both"))
                .node("missed", say("{number}", "both"))
                .node("both", say("{number}", "end"))
                .node("end", hangUp());
        assertThat(flow.findings())
                .containsExactly(
                        "UNSET_VARIABLE missed: The variable number is read here, and nothing has set it on any way to here.");
    }

    @Test
    void whatALookUpTakesIsKnownOnlyWhenItSucceeded() {
        assertThat(aFlow().node("a", lookUp("https://crm.example/{did}", "tier", "b", "c"))
                        .node("b", is("tier", "gold", "end", "end"))
                        .node("c", is("tier", "gold", "end", "end"))
                        .node("end", hangUp())
                        .findings())
                .singleElement()
                .asString()
                .startsWith("UNSET_VARIABLE c: The variable tier");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://{caller}/x",
                "{caller}",
                "https://crm.example{caller}/",
                "ftp://crm.example/",
                "https://crm.example",
                "https://user@crm.example/",
                "file:///etc/passwd",
                ""
            })
    void theServerOfALookUpNeverComesFromACaller(String url) {
        assertThat(aFlow().node("a", lookUp(url, "tier", "end", "end"))
                        .node("end", hangUp())
                        .findings())
                .singleElement()
                .asString()
                .startsWith("NOT_ALLOWED a: url must be an address of http or https");
    }

    @Test
    void valuesBeyondTheLimitsAreNamed() {
        Question hasty = new Question(List.of(), List.of(), 0, Duration.ofMillis(500));
        assertThat(aFlow().in("English")
                        .node("menu", new Node.Menu(hasty, new TreeMap<>(Map.of('x', "c")), "c", "c"))
                        .node(
                                "c",
                                new Node.Collect(
                                        AFlow.question("?"), "caller", 5, 4, Duration.ofHours(1), "t", "t", "t"))
                        .node("t", new Node.Transfer("112'; --", Duration.ZERO, "e"))
                        .node("e", new Node.Enqueue("Support", List.of(" "), 11, Duration.ofDays(1), "s", "s", ""))
                        .node("s", new Node.Survey(AFlow.question(" "), "x".repeat(101), 5, 5, "end", "end"))
                        .node("end", hangUp())
                        .findings())
                .containsExactlyInAnyOrder(
                        "NOT_ALLOWED : language must be such as en or de-CH.",
                        "NOT_ALLOWED menu: says must be 1 to 20 phrases.",
                        "NOT_ALLOWED menu: attempts must be 1 to 5.",
                        "NOT_ALLOWED menu: waitSeconds must be 1 to 30 s.",
                        "NOT_ALLOWED menu: choices must be a key: 0 to 9, * or #.",
                        "NOT_ALLOWED c: variable must be a name that is not caller or did.",
                        "NOT_ALLOWED c: fewest and most must be 1 to 32, the fewest not above the most.",
                        "NOT_ALLOWED c: betweenSeconds must be 1 to 30 s.",
                        "NOT_ALLOWED t: number must be 3 to 20 digits, perhaps with a + before.",
                        "NOT_ALLOWED t: ringSeconds must be 5 to 120 s.",
                        "NOT_ALLOWED e: skills must be of 1 to 100 characters.",
                        "NOT_ALLOWED e: priority must be 0 to 10.",
                        "NOT_ALLOWED e: waitSeconds must be 5 to 7200 s.",
                        "NOT_ALLOWED s: text must be not blank.",
                        "NOT_ALLOWED s: name must be of 1 to 100 characters.",
                        "NOT_ALLOWED s: lowest and highest must be digits, the lowest below the highest.");
    }

    @Test
    void hoursThatEndBeforeTheyBeginAreNamed() {
        TreeMap<DayOfWeek, List<Hours.Span>> week = new TreeMap<>();
        week.put(DayOfWeek.FRIDAY, List.of(span("22:00", "06:00")));
        assertThat(aFlow().hours("night", new Hours(week, new TreeMap<>()))
                        .node("a", hangUp())
                        .findings())
                .singleElement()
                .asString()
                .contains("hours.night")
                .contains("belongs to the next day");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T09:00, true",
        "2026-11-30T16:59:59.999, true",
        "2026-11-30T17:00, false",
        "2026-11-30T08:59:59, false",
        "2026-11-29T10:00, false",
        "2026-12-24T11:00, true",
        "2026-12-24T12:00, false",
        "2026-12-25T10:00, false"
    })
    void hoursAreByTheLocalClockAndHolidaysComeFirst(String local, boolean open) {
        Hours office = aFlow().office().node("a", hangUp()).build().hours().get("office");
        ZonedDateTime time = java.time.LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Berlin"));
        assertThat(office.isOpen(time)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Hello {|without a }", "Hello }|without a {", "{A}|in braces", "{}|in braces", "{a{b}}|in braces"})
    void aTemplateWithLooseBracesIsRefused(String text, String why) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Template.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
