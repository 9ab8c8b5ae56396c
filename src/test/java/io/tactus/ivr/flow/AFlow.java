package io.tactus.ivr.flow;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Flows to begin a test with: {@code aFlow().node("hello", say("Hello", "end")).node("end", hangUp())}. The first node is the start. */
public final class AFlow {
    /** A house with prompt 1, the queue and the box {@code Support}. */
    public static final Catalogue HOUSE = new Catalogue() {
        @Override
        public boolean hasPrompt(long id) {
            return id == 1;
        }

        @Override
        public boolean hasQueue(String name) {
            return name.equals("Support");
        }

        @Override
        public boolean hasBox(String name) {
            return name.equals("Support");
        }
    };

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final SortedMap<String, Hours> hours = new TreeMap<>();
    private final List<String> data = new ArrayList<>();
    private String language = "en";

    private AFlow() {}

    /** An empty flow. */
    public static AFlow aFlow() {
        return new AFlow();
    }

    /** Adds a node. */
    public AFlow node(String id, Node node) {
        nodes.put(id, node);
        return this;
    }

    /** Names something that may be known of a caller. */
    public AFlow knowing(String name) {
        data.add(name);
        return this;
    }

    /** Addresses callers in this language. */
    public AFlow in(String code) {
        language = code;
        return this;
    }

    /** Adds a table: nine to five from Monday to Friday, closed on Christmas 2026, on the day before until noon. */
    public AFlow office() {
        TreeMap<DayOfWeek, List<Hours.Span>> week = new TreeMap<>();
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), List.of(span("09:00", "17:00")));
        }
        TreeMap<LocalDate, List<Hours.Span>> holidays = new TreeMap<>();
        holidays.put(LocalDate.parse("2026-12-24"), List.of(span("09:00", "12:00")));
        holidays.put(LocalDate.parse("2026-12-25"), List.of());
        return hours("office", new Hours(week, holidays));
    }

    /** Adds a table of hours. */
    public AFlow hours(String name, Hours table) {
        hours.put(name, table);
        return this;
    }

    /** A span of hours. */
    public static Hours.Span span(String from, String to) {
        return new Hours.Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    /** Without the nodes to which nobody comes from the first. */
    AFlow reachable() {
        Flow all = build();
        Set<String> reached = new HashSet<>();
        List<String> next = new ArrayList<>(List.of(all.start()));
        while (!next.isEmpty()) {
            String id = next.removeLast();
            if (reached.add(id)) {
                all.exits(id).forEach(exit -> next.add(exit.to()));
            }
        }
        nodes.keySet().retainAll(reached);
        return this;
    }

    /** The flow, in Berlin. */
    public Flow build() {
        String start = nodes.isEmpty() ? "" : nodes.keySet().iterator().next();
        return new Flow(language, ZoneId.of("Europe/Berlin"), data, hours, start, nodes);
    }

    /** All findings, as {@code KIND node: sentence}. */
    public List<String> findings() {
        return FlowValidator.check(build(), HOUSE).stream()
                .map(finding -> finding.kind() + " " + finding.node() + ": " + finding.sentence())
                .toList();
    }

    /** Spoken words. */
    public static Phrase.Text words(String text) {
        return new Phrase.Text(Template.parse(text));
    }

    /** Says words. */
    public static Node.Say say(String text, String next) {
        return new Node.Say(List.of(words(text)), next);
    }

    /** Ends the call. */
    public static Node.HangUp hangUp() {
        return new Node.HangUp();
    }

    /** Asks twice, with five seconds for an answer. */
    public static Question question(String text) {
        return new Question(List.of(words(text)), List.of(), 2, Duration.ofSeconds(5));
    }

    /** A menu whose other exits lead to one node. @param choices such as {@code "1", "sales", "2", "support"} */
    public static Node.Menu menu(String otherwise, String... choices) {
        TreeMap<Character, String> keys = new TreeMap<>();
        for (int i = 0; i < choices.length; i += 2) {
            keys.put(choices[i].charAt(0), choices[i + 1]);
        }
        return new Node.Menu(question("Choose"), keys, otherwise, otherwise);
    }

    /** Collects four to six digits. */
    public static Node.Collect collect(String variable, String next, String otherwise) {
        return new Node.Collect(
                question("Your number"), variable, 4, 6, Duration.ofSeconds(3), next, otherwise, otherwise);
    }

    /** Whether a variable has this value. */
    public static Node.Condition is(String variable, String value, String yes, String no) {
        return new Node.Condition(new Criterion.Compare(variable, Criterion.Operator.IS, List.of(value)), yes, no);
    }

    /** Whether a table is open. */
    public static Node.Condition open(String table, String yes, String no) {
        return new Node.Condition(new Criterion.Open(table), yes, no);
    }

    /** Looks up a field {@code tier} into a variable. */
    public static Node.LookUp lookUp(String url, String variable, String next, String failed) {
        return new Node.LookUp(
                Template.parse(url), Duration.ofSeconds(3), new TreeMap<>(Map.of(variable, "tier")), next, failed);
    }

    /** Sets a variable. */
    public static Node.SetVariable set(String variable, String value, String next) {
        return new Node.SetVariable(variable, Template.parse(value), next);
    }

    /** Waits for an agent, a minute at most. */
    public static Node.Enqueue enqueue(String overflow, String refused, String afterTalk) {
        return new Node.Enqueue("Support", List.of("german"), 3, Duration.ofSeconds(60), overflow, refused, afterTalk);
    }

    /** Gives the call outside. */
    public static Node.Transfer transfer(String failed) {
        return new Node.Transfer("+493012345678", Duration.ofSeconds(30), failed);
    }

    /** Offers to call back for the key 1. */
    public static Node.OfferCallback offer(String accepted, String declined, String refused) {
        return new Node.OfferCallback(
                question("Press 1 and we call you"), '1', "Support", Flow.CALLER, accepted, declined, refused);
    }

    /** Takes a message. */
    public static Node.Voicemail voicemail(String next, String failed) {
        return new Node.Voicemail(List.of(new Phrase.Recorded(1)), "Support", Duration.ofSeconds(120), next, failed);
    }

    /** Asks for one to five points. */
    public static Node.Survey survey(String next, String noAnswer) {
        return new Node.Survey(question("How was it?"), "satisfaction", 1, 5, next, noAnswer);
    }
}
