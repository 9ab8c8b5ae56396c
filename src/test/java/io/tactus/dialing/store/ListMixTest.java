package io.tactus.dialing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.dialing.store.ListMix.Turn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that take turns. */
class ListMixTest {
    private final Map<Long, Double> at = new HashMap<>();

    private Map<Long, Integer> take(int count, Map<Long, Integer> shares) {
        List<Turn> turns = shares.entrySet().stream()
                .map(list -> new Turn(list.getKey(), list.getValue(), at.getOrDefault(list.getKey(), 0.0)))
                .toList();
        Map<Long, Integer> taken = new HashMap<>();
        for (Turn turn : new ListMix(turns).plan(count)) {
            turn.gave(turn.planned());
            taken.put(turn.list(), turn.planned());
        }
        turns.forEach(turn -> at.put(turn.list(), turn.at()));
        return taken;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anyStretchHasTheSharesToAFewLeads(long seed) {
        Random random = new Random(seed);
        List<Integer> shares =
                random.ints(1 + random.nextInt(6), 1, 101).boxed().toList();
        List<Integer> reservations =
                random.ints(1 + random.nextInt(20), 1, 51).boxed().toList();
        Map<Long, Integer> wanted = new HashMap<>();
        shares.forEach(share -> wanted.put((long) wanted.size(), share));
        double all = shares.stream().mapToInt(Integer::intValue).sum();
        Map<Long, Integer> taken = new HashMap<>();
        int total = 0;
        for (int count : reservations) {
            take(count, wanted).forEach((list, leads) -> taken.merge(list, leads, Integer::sum));
            total += count;
        }
        assertThat(taken.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(total);
        for (Map.Entry<Long, Integer> list : wanted.entrySet()) {
            double fair = total * list.getValue() / all;
            assertThat((double) taken.getOrDefault(list.getKey(), 0))
                    .isBetween(fair - shares.size(), fair + shares.size());
        }
    }

    @Test
    void aListThatWasEmptyForLongDoesNotCatchUp() {
        take(4_000, Map.of(1L, 3));
        assertThat(take(40, Map.of(1L, 3, 2L, 1)))
                .satisfies(taken -> assertThat(taken.get(2L)).isBetween(10, 11));
    }

    @Test
    void oneLeadAtATimeKeepsTheSharesToo() {
        Map<Long, Integer> taken = new HashMap<>();
        for (int i = 0; i < 400; i++) {
            take(1, Map.of(1L, 3, 2L, 1)).forEach((list, leads) -> taken.merge(list, leads, Integer::sum));
        }
        assertThat(taken).isEqualTo(Map.of(1L, 300, 2L, 100));
    }
}
