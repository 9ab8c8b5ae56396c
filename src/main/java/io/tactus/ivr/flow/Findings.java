package io.tactus.ivr.flow;

import io.tactus.ivr.flow.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/** What the parts of the validator found so far. */
final class Findings {
    /** Further ones are not told. */
    private static final int MOST = 1_000;

    private final List<Finding> found = new ArrayList<>();

    void add(Kind kind, String node, String field, String sentence) {
        if (found.size() < MOST) {
            found.add(new Finding(kind, node, field, sentence));
        }
    }

    /** A value that is not allowed, unless it is. @param what its field, or the first of several, for the sentence "What must be allowed" */
    void require(boolean fits, String node, String what, Object allowed) {
        if (!fits) {
            add(Kind.NOT_ALLOWED, node, what.split(" ")[0], what + " must be " + allowed + ".");
        }
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
