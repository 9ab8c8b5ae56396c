package io.tactus.ivr.flow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Flows by chance, most of them without findings: exits that no key takes lead on to later nodes, save now and then. */
public final class RandomFlows {
    private static final List<String> READABLE =
            List.of("caller", "did", "language", "tier", "tier", "number", "mark", "found");

    private final Random chance;
    private final double anywhere;
    private int nodes;

    private RandomFlows(Random chance, double anywhere) {
        this.chance = chance;
        this.anywhere = anywhere;
    }

    /** A flow that the seed stands for. @param anywhere share of the engine's exits that lead to any node, or to none */
    public static AFlow of(long seed, int most, double anywhere) {
        return new RandomFlows(new Random(seed), anywhere).flow(most);
    }

    private AFlow flow(int most) {
        AFlow flow = AFlow.aFlow().office().knowing("tier");
        nodes = 1 + chance.nextInt(most);
        for (int i = 0; i < nodes - 1; i++) {
            flow.node("n" + i, node(i));
        }
        return flow.node("n" + (nodes - 1), AFlow.hangUp()).reachable();
    }

    private String on(int from) {
        if (chance.nextDouble() < anywhere) {
            return chance.nextBoolean() ? any() : chance.nextBoolean() ? "" : "elsewhere";
        }
        return "n" + (from + 1 + chance.nextInt(Math.min(4, nodes - from - 1)));
    }

    private String any() {
        return "n" + chance.nextInt(nodes);
    }

    private String variable() {
        return READABLE.get(chance.nextInt(READABLE.size()));
    }

    private Phrase phrase() {
        return switch (chance.nextInt(5)) {
            case 0 -> new Phrase.Recorded(1);
            case 1 -> new Phrase.Number(variable());
            case 2 -> new Phrase.Digits(variable());
            case 3 -> new Phrase.Date(variable());
            default -> AFlow.words("Hello {" + variable() + "}");
        };
    }

    private Question question() {
        List<Phrase> wrong = chance.nextBoolean() ? List.of() : List.of(phrase());
        return new Question(
                List.of(phrase()), wrong, 1 + chance.nextInt(5), Duration.ofSeconds(1 + chance.nextInt(10)));
    }

    private Node node(int i) {
        return switch (chance.nextInt(12)) {
            case 0 -> new Node.Menu(question(), choices(), on(i), any());
            case 1 -> {
                int fewest = 1 + chance.nextInt(3);
                yield new Node.Collect(
                        question(),
                        "number",
                        fewest,
                        fewest + chance.nextInt(3),
                        Duration.ofSeconds(2),
                        any(),
                        on(i),
                        any());
            }
            case 2 -> AFlow.open("office", on(i), on(i));
            case 3 -> AFlow.is(variable(), "1", on(i), on(i));
            case 4 -> AFlow.lookUp("https://crm.example/x?{" + variable() + "}", "found", on(i), on(i));
            case 5 -> AFlow.set("mark", "{" + variable() + "}!", on(i));
            case 6 -> AFlow.enqueue(on(i), on(i), chance.nextBoolean() ? "" : on(i));
            case 7 -> AFlow.transfer(on(i));
            case 8 -> new Node.OfferCallback(question(), '1', "Support", variable(), any(), on(i), any());
            case 9 -> AFlow.voicemail(on(i), on(i));
            case 10 -> new Node.Survey(question(), "points", 1, 5, any(), on(i));
            default -> new Node.Say(List.of(phrase()), on(i));
        };
    }

    private TreeMap<Character, String> choices() {
        TreeMap<Character, String> choices = new TreeMap<>(Map.of('1', any()));
        choices.put('2', any());
        return choices;
    }
}
