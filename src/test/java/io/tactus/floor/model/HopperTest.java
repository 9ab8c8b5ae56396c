package io.tactus.floor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import org.junit.jupiter.api.Test;

final class HopperTest {
    private static Hopper with(double... promises) {
        Hopper hopper = new Hopper();
        List<ReservedLead> leads = new ArrayList<>();
        for (int i = 0; i < promises.length; i++) {
            leads.add(new ReservedLead(i + 1, 100 + i, promises[i]));
        }
        hopper.add(leads);
        return hopper;
    }

    private static List<Double> all(PrimitiveIterator.OfDouble promises) {
        List<Double> all = new ArrayList<>();
        promises.forEachRemaining((double promise) -> all.add(promise));
        return all;
    }

    @Test
    void leadsComeInOrderOrByWhatTheyPromise() {
        Hopper hopper = with(0.2, 0.9, 0.1, 0.5);

        assertThat(hopper.choose(true).answerProbability()).isEqualTo(0.9);
        assertThat(hopper.choose(false).answerProbability()).isEqualTo(0.1);
        assertThat(hopper.next().answerProbability()).isEqualTo(0.2);
        assertThat(hopper.size()).isEqualTo(1);
    }

    @Test
    void thePromisesAreThoseOfTheLeadsThatWouldBeTaken() {
        Hopper hopper = with(0.2, 0.9, 0.1, 0.5);

        assertThat(all(hopper.promises())).containsExactly(0.2, 0.9, 0.1, 0.5);
        assertThat(all(hopper.promises(1)).subList(0, 3)).containsExactly(0.9, 0.1, 0.2);
    }

    @Test
    void leadsOfTheSamePromiseAreAllKept() {
        Hopper hopper = with(0.3, 0.3, 0.3);

        assertThat(hopper.choose(false).callId()).isEqualTo(1);
        assertThat(hopper.choose(true).callId()).isEqualTo(3);
        assertThat(hopper.next().callId()).isEqualTo(2);
        assertThat(hopper.isEmpty()).isTrue();
    }

    @Test
    void aLeadOfMiddlingPromiseIsDialledInTheEnd() {
        Hopper hopper = with(0.5);
        boolean taken = false;
        for (int i = 0; i < 100 && !taken; i++) {
            hopper.add(
                    List.of(new ReservedLead(1_000 + i, 1_000 + i, 0.1), new ReservedLead(2_000 + i, 2_000 + i, 0.9)));
            taken = hopper.choose(true).callId() == 1 | hopper.choose(false).callId() == 1;
        }

        assertThat(taken).isTrue();
    }

    @Test
    void aWithdrawnLeadIsGoneFromBothOrders() {
        Hopper hopper = with(0.2, 0.9);

        assertThat(hopper.withdraw(2)).isEqualTo(new ReservedLead(2, 101, 0.9));
        assertThat(hopper.withdraw(2)).isNull();
        assertThat(hopper.choose(true).callId()).isEqualTo(1);
    }
}
