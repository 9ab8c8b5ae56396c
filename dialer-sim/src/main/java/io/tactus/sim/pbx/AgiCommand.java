package io.tactus.sim.pbx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One AGI command line, split into words as Asterisk does: blanks separate, double quotes hold together, backslash escapes. */
final class AgiCommand {
    final Optional<String> commandId;
    private final List<String> words;

    AgiCommand(String line, Optional<String> commandId) {
        this.commandId = commandId;
        this.words = split(line);
    }

    /** The word at the place, or the empty string. */
    String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }

    /** The word at the place in upper case, as command names are compared. */
    String name(int index) {
        return word(index).toUpperCase(Locale.ROOT);
    }

    int size() {
        return words.size();
    }

    List<String> wordsFrom(int index) {
        return words.subList(Math.min(index, words.size()), words.size());
    }

    private static List<String> split(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var quoted = false;
        var begun = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
                begun = true;
            } else if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if (!quoted && (c == ' ' || c == '\t')) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
