package io.tactus.sim.ami;

import io.tactus.sim.fault.EventFaults;
import io.tactus.sim.message.Message;
import io.tactus.sim.pbx.EventSink;
import io.tactus.sim.time.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The sessions that are open, and the delivery of events to them with whatever faults are in force. World thread only. */
final class Sessions implements EventSink {
    private static final Duration HOLD_BACK_AT_MOST = Duration.ofMillis(200);

    private final Scheduler scheduler;
    private final SplittableRandom random;
    private final List<Session> open = new ArrayList<>();
    private EventFaults faults = EventFaults.NONE;

    Sessions(Scheduler scheduler, long seed) {
        this.scheduler = scheduler;
        this.random = new SplittableRandom(seed);
    }

    void add(Session session) {
        open.add(session);
    }

    void remove(Session session) {
        open.remove(session);
    }

    int count() {
        return open.size();
    }

    void closeAll() {
        List.copyOf(open).forEach(Session::close);
        open.clear();
    }

    void setFaults(EventFaults faults) {
        this.faults = faults;
    }

    @Override
    public void publish(Message event) {
        byte[] encoded = null;
        for (var session : open) {
            if (session.authenticated && session.wanted.contains(event.eventClass())) {
                if (encoded == null) {
                    encoded = event.encode();
                }
                deliver(session, encoded);
            }
        }
    }

    private void deliver(Session session, byte[] event) {
        if (faults.equals(EventFaults.NONE)) {
            sendWithHeldBack(session, event);
        } else if (!happens(faults.lost())) {
            if (happens(faults.delayed())) {
                var unusedTimer = scheduler.after(faults.delay(), () -> session.send(event));
            } else if (session.heldBack == null && happens(faults.reordered())) {
                session.heldBack = event;
                var unusedTimer = scheduler.after(HOLD_BACK_AT_MOST, () -> releaseHeldBack(session));
            } else {
                sendWithHeldBack(session, event);
                if (happens(faults.doubled())) {
                    session.send(event);
                }
            }
        }
    }

    private static void sendWithHeldBack(Session session, byte[] event) {
        session.send(event);
        releaseHeldBack(session);
    }

    private static void releaseHeldBack(Session session) {
        var held = session.heldBack;
        if (held != null) {
            session.heldBack = null;
            session.send(held);
        }
    }

    private boolean happens(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }
}
