package io.tactus.sim.world;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of a scenario file, one number a line: {@code number behaviour [name=value ...]}, times in seconds.
 *
 * <pre>
 * # a person who answers after 4 s, talks 30 s, waits 6 s for an agent, listens 10 s to a message
 * 4930100  answer after=4 talk=30 patience=6 listen=10 speak=5 hangup=customer
 * 4930101  machine after=12 greeting=8 tape=60
 * 493020*  busy after=1
 * 4930300  noanswer
 * </pre>
 *
 * Behaviours: {@code answer}, {@code machine}, {@code phone}, {@code noanswer}, {@code busy}, {@code invalid},
 * {@code congestion}, {@code rejected}. The same number again scripts its next dial.
 */
public final class Script {
    private static final Set<String> TIMES =
            Set.of("after", "ring", "talk", "patience", "listen", "speak", "greeting", "tape");

    private Script() {}

    /** Reads a whole scenario; a line that is not understood is named in the exception. */
    public static NumberPlan plan(List<String> lines) {
        var plan = new NumberPlan();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).replaceFirst("#.*", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            var words = line.split("\\s+", 2);
            try {
                if (words.length < 2) {
                    throw new IllegalArgumentException("expected a number and a behaviour");
                }
                plan.add(words[0], fate(words[1]));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "Scenario line " + (i + 1) + " \"" + line + "\": " + e.getMessage(), e);
            }
        }
        return plan;
    }

    /** Reads one behaviour, such as {@code answer after=4 talk=30}. */
    public static Fate fate(String text) {
        var words = text.strip().split("\\s+");
        var settings = settings(words);
        var ring = settings.getOrDefault("ring", Duration.ofMillis(500));
        var after = settings.getOrDefault("after", Duration.ofSeconds(2));
        var firstRing = ring.compareTo(after) < 0 ? ring : after;
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "answer" -> new Fate.Answered(firstRing, after, person(settings, List.of(words)));
            case "machine" ->
                new Fate.Answered(
                        firstRing,
                        after,
                        new Party.Machine(
                                settings.getOrDefault("greeting", Duration.ofSeconds(8)),
                                settings.getOrDefault("tape", Duration.ofSeconds(60))));
            case "phone" -> new Fate.Answered(firstRing, after, new Party.AgentPhone());
            case "noanswer" -> new Fate.RingsOut(ring);
            case "busy" -> new Fate.Refused(Refusal.BUSY, after);
            case "invalid" -> new Fate.Refused(Refusal.INVALID, after);
            case "congestion" -> new Fate.Refused(Refusal.CONGESTION, after);
            case "rejected" -> new Fate.Refused(Refusal.REJECTED, after);
            default ->
                throw new IllegalArgumentException("unknown behaviour \"" + words[0]
                        + "\"; known: answer, machine, phone, noanswer, busy, invalid, congestion, rejected");
        };
    }

    private static Party person(Map<String, Duration> settings, List<String> words) {
        return new Party.Person(
                settings.getOrDefault("talk", Duration.ofSeconds(30)),
                settings.getOrDefault("patience", Duration.ofSeconds(6)),
                settings.getOrDefault("listen", Duration.ofSeconds(20)),
                settings.getOrDefault("speak", Duration.ofSeconds(5)),
                !words.contains("hangup=agent"));
    }

    private static Map<String, Duration> settings(String[] words) {
        var settings = new HashMap<String, Duration>();
        for (var i = 1; i < words.length; i++) {
            var pair = words[i].split("=", 2);
            if (pair.length == 2 && TIMES.contains(pair[0])) {
                settings.put(pair[0], seconds(words[i], pair[1]));
            } else if (!words[i].equals("hangup=agent") && !words[i].equals("hangup=customer")) {
                throw new IllegalArgumentException(
                        "unknown setting \"" + words[i] + "\"; known: hangup=agent|customer and seconds for "
                                + TIMES.stream().sorted().toList());
            }
        }
        return settings;
    }

    private static Duration seconds(String word, String value) {
        try {
            var nanos = Double.parseDouble(value) * 1e9;
            if (nanos >= 0 && nanos < Long.MAX_VALUE) {
                return Duration.ofNanos((long) nanos);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + word + "\" needs a number of seconds", e);
        }
        throw new IllegalArgumentException("\"" + word + "\" needs a number of seconds, zero or more");
    }
}
