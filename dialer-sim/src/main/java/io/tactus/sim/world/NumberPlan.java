package io.tactus.sim.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers whose fate a test has written down. A key is a full number, or a prefix that ends in {@code *}; the longest match wins.
 * Several fates for one key follow one another from dial to dial, the last one staying.
 */
public final class NumberPlan {
    private final Map<String, List<Fate>> exact = new HashMap<>();
    private final Map<String, List<Fate>> prefixes = new HashMap<>();

    /** Adds the fate of the next dial of the key: the first call scripts the first dial, the second call the second. */
    public NumberPlan add(String key, Fate fate) {
        var prefix = key.endsWith("*");
        var name = prefix ? key.substring(0, key.length() - 1) : key;
        (prefix ? prefixes : exact)
                .computeIfAbsent(name, k -> new ArrayList<>())
                .add(fate);
        return this;
    }

    /** Forgets what was written for the key. */
    public void remove(String key) {
        (key.endsWith("*") ? prefixes : exact).remove(key.replaceAll("\\*$", ""));
    }

    /** The scripted fate of the n-th dial (1 is the first) of the number, if it has one. */
    public Optional<Fate> find(String number, int ordinal) {
        var fates = exact.get(number);
        for (var length = number.length(); fates == null && length >= 0; length--) {
            fates = prefixes.get(number.substring(0, length));
        }
        return Optional.ofNullable(fates).map(list -> list.get(Math.min(ordinal, list.size()) - 1));
    }
}
