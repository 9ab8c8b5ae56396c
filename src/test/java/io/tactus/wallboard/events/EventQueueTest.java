package io.tactus.wallboard.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.wallboard.events.FloorEvent.CampaignChanged;
import io.tactus.wallboard.events.FloorEvent.Lost;
import io.tactus.wallboard.events.FloorEvent.Numbered;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    private final EventQueue queue = new EventQueue(2);

    private void offer(long from, long to) {
        for (long seq = from; seq <= to; seq++) {
            queue.offer(new Numbered(
                    seq, "campaign.changed", Instant.ofEpochSecond(seq), new CampaignChanged(1, "RUNNING", "")));
        }
    }

    @Test
    void oneGapIsToldInItsPlaceWithItsCount() throws InterruptedException {
        offer(1, 5);
        assertThat(queue.take().seq()).isEqualTo(1);
        offer(6, 6);
        assertThat(queue.take().seq()).isEqualTo(2);
        Numbered gap = queue.take();
        assertThat(gap).isEqualTo(new Numbered(6, "lost", Instant.ofEpochSecond(6), new Lost(4)));
        offer(7, 7);
        assertThat(queue.take().seq()).isEqualTo(7);
    }
}
