package io.tactus.lab.storm;

import java.util.function.LongFunction;

/** Tells the story of a seed; loaded once more for each planted bug. */
public final class Storyteller implements LongFunction<String> {
    @Override
    public String apply(long seed) {
        return Story.tell(seed, new Totals()).promise();
    }
}
