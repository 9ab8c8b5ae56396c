package io.tactus.sim.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.sim.ledger.Facts;
import io.tactus.sim.time.VirtualTimeScheduler;
import io.tactus.sim.world.Carriers;
import io.tactus.sim.world.NumberPlan;
import io.tactus.sim.world.Population;
import io.tactus.sim.world.PopulationSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The whole simulated Asterisk is a discrete-event model: an hour of calls in a moment, the same every time. */
class VirtualShiftTest {

    @Test
    void theSameSeedGivesTheSameHourEventForEvent() {
        assertThat(hourOfCalls(11)).hasSizeGreaterThan(5000).isEqualTo(hourOfCalls(11));
    }

    @Test
    void everyCallEnds() {
        var events = hourOfCalls(12);

        assertThat(events.stream().filter(event -> event.startsWith("Event: Hangup")))
                .hasSameSizeAs(events.stream()
                        .filter(event -> event.startsWith("Event: Newchannel"))
                        .toList());
    }

    private static List<String> hourOfCalls(long seed) {
        var scheduler = new VirtualTimeScheduler();
        var events = new ArrayList<String>();
        var pbx = new Pbx(
                scheduler,
                new Population(seed, PopulationSettings.reference(0.25), new NumberPlan()),
                new Carriers(seed),
                PbxSettings.usual(),
                new Facts(Optional.empty()),
                event -> events.add(event.toString()));
        for (var i = 0; i < 1000; i++) {
            pbx.originate(request(i), answered -> {});
            scheduler.runFor(Duration.ofSeconds(3));
        }
        scheduler.runFor(Duration.ofMinutes(10));
        return events;
    }

    private static OriginateRequest request(int i) {
        return new OriginateRequest(
                "49" + i + "@carrier",
                Optional.empty(),
                Optional.of("c" + i),
                "4930100",
                "Tactus",
                i % 2 == 0 ? "tactus-out" : "tactus-out-amd",
                Duration.ofSeconds(25),
                Map.of());
    }
}
