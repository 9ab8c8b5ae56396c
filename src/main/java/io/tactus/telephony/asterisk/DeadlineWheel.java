package io.tactus.telephony.asterisk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Deadlines of one thread. A hashed wheel: setting and cancelling cost the same however many there are, and a cancelled deadline is
 * gone at once. Due ones run up to one slot late, never early.
 */
final class DeadlineWheel {
    static final long SLOT_NANOS = 10_000_000;
    private static final int SLOTS = 1_024;

    private final List<Set<Deadline>> slots = new ArrayList<>(SLOTS);
    private long tick;
    private int size;

    DeadlineWheel(long nowNanos) {
        tick = Math.floorDiv(nowNanos, SLOT_NANOS);
        for (int i = 0; i < SLOTS; i++) {
            slots.add(new LinkedHashSet<>(4));
        }
    }

    /** Something to do at a time. */
    final class Deadline {
        private final long dueTick;
        private final Runnable task;

        private Deadline(long dueTick, Runnable task) {
            this.dueTick = dueTick;
            this.task = task;
        }

        /** Nothing is to be done any more; harmless when it is done already. */
        void cancel() {
            if (slot(dueTick).remove(this)) {
                size--;
            }
        }
    }

    Deadline at(long nanos, Runnable task) {
        Deadline deadline = new Deadline(Math.max(tick, Math.floorDiv(nanos, SLOT_NANOS)) + 1, task);
        slot(deadline.dueTick).add(deadline);
        size++;
        return deadline;
    }

    /** Runs what is due. */
    void advance(long nowNanos) {
        long until = Math.floorDiv(nowNanos, SLOT_NANOS);
        // After a long stall one turn of the wheel reaches every slot.
        tick = Math.max(tick, until - SLOTS);
        while (tick < until) {
            tick++;
            runSlot(slot(tick), until);
        }
    }

    private void runSlot(Set<Deadline> slot, long until) {
        if (slot.isEmpty()) {
            return;
        }
        for (Deadline deadline : List.copyOf(slot)) {
            // A task may cancel others of the same slot.
            if (deadline.dueTick <= until && slot.remove(deadline)) {
                size--;
                deadline.task.run();
            }
        }
    }

    int size() {
        return size;
    }

    private Set<Deadline> slot(long ofTick) {
        return slots.get(Math.floorMod(ofTick, SLOTS));
    }
}
