package io.tactus.ivr.json;

import io.tactus.ivr.flow.Criterion;
import io.tactus.ivr.flow.Exit;
import io.tactus.ivr.flow.Node;
import io.tactus.ivr.flow.Phrase;
import io.tactus.ivr.flow.Question;
import io.tactus.ivr.flow.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a node: an object with {@code id}, {@code kind} and what its kind has. */
final class NodeReader {
    private static final Set<String> QUESTION = Set.of("says", "wrong", "attempts", "waitSeconds");
    private static final Map<String, Set<String>> FIELDS = Map.ofEntries(
            Map.entry("say", Set.of("says", "next")),
            Map.entry("menu", asking("choices", "noInput", "noMatch")),
            Map.entry("collect", asking("variable", "fewest", "most", "betweenSeconds", "next", "noInput", "noMatch")),
            Map.entry("condition", Set.of("if", "yes", "no")),
            Map.entry("lookUp", Set.of("url", "timeoutSeconds", "takes", "next", "failed")),
            Map.entry("set", Set.of("variable", "value", "next")),
            Map.entry(
                    "enqueue",
                    Set.of("queue", "skills", "priority", "waitSeconds", "overflow", "refused", "afterTalk")),
            Map.entry("transfer", Set.of("number", "ringSeconds", "failed")),
            Map.entry("offerCallback", asking("accept", "queue", "number", "accepted", "declined", "refused")),
            Map.entry("voicemail", Set.of("says", "box", "mostSeconds", "next", "failed")),
            Map.entry("survey", asking("name", "lowest", "highest", "next", "noAnswer")),
            Map.entry("hangUp", Set.of()));

    private NodeReader() {}

    private static Set<String> asking(String... others) {
        Set<String> fields = new TreeSet<>(QUESTION);
        fields.addAll(Arrays.asList(others));
        return fields;
    }

    static Node read(Place place) {
        String kind = place.at("kind").text();
        Set<String> fields = FIELDS.get(kind);
        if (fields == null) {
            place.at("kind")
                    .wrong("is no kind of node: expected one of " + String.join(" ", new TreeSet<>(FIELDS.keySet())));
            return new Node.HangUp();
        }
        Set<String> all = new TreeSet<>(fields);
        all.addAll(Set.of("id", "kind"));
        place.isObjectOf(all);
        return node(kind, place);
    }

    private static Node node(String kind, Place p) {
        return switch (kind) {
            case "say" -> new Node.Say(phrases(p.at("says")), exit(p, "next"));
            case "menu" -> new Node.Menu(question(p), choices(p.at("choices")), exit(p, "noInput"), exit(p, "noMatch"));
            case "collect" ->
                new Node.Collect(
                        question(p),
                        p.at("variable").variable(),
                        p.at("fewest").integer(),
                        p.at("most").integer(),
                        p.at("betweenSeconds").seconds(),
                        exit(p, "next"),
                        exit(p, "noInput"),
                        exit(p, "noMatch"));
            case "condition" -> new Node.Condition(criterion(p.at("if")), exit(p, "yes"), exit(p, "no"));
            case "lookUp" ->
                new Node.LookUp(
                        p.at("url").template(),
                        p.at("timeoutSeconds").seconds(),
                        takes(p.at("takes")),
                        exit(p, "next"),
                        exit(p, "failed"));
            case "set" ->
                new Node.SetVariable(p.at("variable").variable(), p.at("value").template(), exit(p, "next"));
            case "enqueue" ->
                new Node.Enqueue(
                        p.at("queue").text(),
                        p.at("skills").texts(),
                        p.has("priority") ? p.at("priority").integer() : 0,
                        p.at("waitSeconds").seconds(),
                        exit(p, "overflow"),
                        exit(p, "refused"),
                        exit(p, "afterTalk"));
            case "transfer" ->
                new Node.Transfer(p.at("number").text(), p.at("ringSeconds").seconds(), exit(p, "failed"));
            case "offerCallback" ->
                new Node.OfferCallback(
                        question(p),
                        p.at("accept").key(),
                        p.at("queue").text(),
                        p.at("number").variable(),
                        exit(p, "accepted"),
                        exit(p, "declined"),
                        exit(p, "refused"));
            case "voicemail" ->
                new Node.Voicemail(
                        phrases(p.at("says")),
                        p.at("box").text(),
                        p.at("mostSeconds").seconds(),
                        exit(p, "next"),
                        exit(p, "failed"));
            case "survey" ->
                new Node.Survey(
                        question(p),
                        p.at("name").text(),
                        p.at("lowest").integer(),
                        p.at("highest").integer(),
                        exit(p, "next"),
                        exit(p, "noAnswer"));
            default -> new Node.HangUp();
        };
    }

    private static String exit(Place place, String word) {
        return place.at(word).exit();
    }

    private static Question question(Place place) {
        return new Question(
                phrases(place.at("says")),
                phrases(place.at("wrong")),
                place.at("attempts").integer(),
                place.at("waitSeconds").seconds());
    }

    private static List<Phrase> phrases(Place place) {
        return place.elements().stream().map(NodeReader::phrase).toList();
    }

    private static Phrase phrase(Place place) {
        List<String> fields = place.fields();
        String word = fields.size() == 1 ? fields.getFirst() : "";
        return switch (word) {
            case "prompt" -> new Phrase.Recorded(place.at(word).id());
            case "text" -> new Phrase.Text(place.at(word).template());
            case "number" -> new Phrase.Number(place.at(word).variable());
            case "digits" -> new Phrase.Digits(place.at(word).variable());
            case "date" -> new Phrase.Date(place.at(word).variable());
            default -> {
                place.wrong("is not an object with one of prompt, text, number, digits, date");
                yield new Phrase.Text(new Template(List.of()));
            }
        };
    }

    private static TreeMap<Character, String> choices(Place place) {
        TreeMap<Character, String> choices = new TreeMap<>();
        for (String key : place.fields()) {
            if (Place.isKey(key)) {
                choices.put(key.charAt(0), exit(place, key));
            } else {
                place.at(key).wrong("is no key: 0 to 9, * or #");
            }
        }
        return choices;
    }

    private static TreeMap<String, String> takes(Place place) {
        TreeMap<String, String> takes = new TreeMap<>();
        for (String variable : place.fields()) {
            if (!Template.isName(variable)) {
                place.at(variable).wrong("is no name of a variable");
            }
            takes.put(variable, place.at(variable).text());
        }
        return takes;
    }

    private static Criterion criterion(Place place) {
        if (place.has("open")) {
            place.isObjectOf(Set.of("open"));
            return new Criterion.Open(place.at("open").text());
        }
        if (!place.isObjectOf(Set.of("variable", "operator", "values"))) {
            return new Criterion.Open(Exit.NOWHERE);
        }
        String word = place.at("operator").text();
        Criterion.Operator operator = Criterion.Operator.find(word).orElse(Criterion.Operator.EMPTY);
        if (!operator.word().equals(word)) {
            place.at("operator")
                    .wrong("expected one of "
                            + Arrays.stream(Criterion.Operator.values())
                                    .map(Criterion.Operator::word)
                                    .collect(Collectors.joining(" ")));
        }
        return new Criterion.Compare(
                place.at("variable").variable(), operator, place.at("values").texts());
    }
}
