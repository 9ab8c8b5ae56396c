package io.tactus.ivr.run;

import io.tactus.ivr.flow.Node;

/** What a caller's keys come to at a node that asks. */
sealed interface Reply {
    /** Not enough yet. @param typed so far */
    record More(String typed) implements Reply {}

    /** An answer. */
    record Given(String answer) implements Reply {}

    /** No answer that fits. */
    record Wrong() implements Reply {}

    /** No key at all. */
    record None() implements Reply {}

    /** The caller pressed a key. @param typed before it */
    static Reply key(Node node, String typed, char key) {
        return switch (node) {
            case Node.Menu menu -> menu.choices().containsKey(key) ? new Given(String.valueOf(key)) : new Wrong();
            case Node.OfferCallback offer -> new Given(String.valueOf(key));
            case Node.Survey survey -> {
                boolean fits = key >= '0' + survey.lowest() && key <= '0' + survey.highest() && key <= '9';
                yield fits ? new Given(String.valueOf(key)) : new Wrong();
            }
            case Node.Collect collect -> key(collect, typed, key);
            default -> new Wrong();
        };
    }

    private static Reply key(Node.Collect collect, String typed, char key) {
        if (key == '*') {
            return new More("");
        }
        if (key == '#') {
            return typed.length() >= collect.fewest() ? new Given(typed) : new Wrong();
        }
        String all = typed + key;
        return all.length() >= collect.most() ? new Given(all) : new More(all);
    }

    /** The caller pressed no further key. @param typed before that */
    static Reply silence(Node node, String typed) {
        if (typed.isEmpty() || !(node instanceof Node.Collect collect)) {
            return new None();
        }
        return typed.length() >= collect.fewest() ? new Given(typed) : new Wrong();
    }
}
