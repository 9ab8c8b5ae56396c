package io.tactus.lab.storm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories in which a promise was broken once. */
class KnownStoriesTest {
    /**
     * 4183: a batch at the gate failed in its second part, and the verdicts of the first were told again when it was tried again. 223961:
     * caller and colleague were both the last agent whom a call counted on.
     */
    @ParameterizedTest
    @ValueSource(longs = {4_183, 223_961})
    void staysMended(long seed) {
        assertThat(Story.tell(seed, new Totals()).promise()).isEmpty();
    }
}
