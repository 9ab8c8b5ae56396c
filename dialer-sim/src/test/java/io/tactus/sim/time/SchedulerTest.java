package io.tactus.sim.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    @Test
    void virtualTimeRunsInOrderAndSkipsWhatWasCancelled() {
        var scheduler = new VirtualTimeScheduler();
        var happened = new ArrayList<String>();
        scheduler.after(Duration.ofSeconds(2), () -> happened.add("second"));
        scheduler.after(Duration.ofSeconds(1), () -> happened.add("first"));
        scheduler.after(Duration.ofSeconds(2), () -> happened.add("tie"));
        scheduler.after(Duration.ofSeconds(1), () -> happened.add("never")).cancel();
        scheduler.after(Duration.ofHours(1), () -> happened.add("too late"));

        scheduler.runFor(Duration.ofMinutes(1));

        assertThat(happened).containsExactly("first", "second", "tie");
        assertThat(scheduler.now()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void realTimeIsShortenedByTheSpeed() {
        try (var scheduler = new RealTimeScheduler(3600)) {
            var hourPassed = new AtomicBoolean();
            scheduler.execute(() -> {
                var unused = scheduler.after(Duration.ofHours(1), () -> hourPassed.set(true));
            });

            await().untilTrue(hourPassed);
        }
    }
}
