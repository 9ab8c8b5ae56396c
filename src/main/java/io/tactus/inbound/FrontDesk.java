package io.tactus.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.tactus.dialing.Reception;
import io.tactus.dialing.store.Lease;
import io.tactus.dialing.store.LeaseLostException;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.model.HangupCause;
import io.tactus.inbound.CallerStore.Caller;
import io.tactus.inbound.CallerStore.Queue;
import io.tactus.platform.EngineClock;
import io.tactus.telephony.IncomingCall;
import io.tactus.telephony.Telephony;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Takes callers: whom they want, who they are, and into the floor, once the call is durable. A thread of its own; when more than a thousand wait for it,
 * or the database does not answer for half a minute, callers are told that all lines are busy.
 */
@ApplicationScoped
class FrontDesk implements Reception {
    private static final Logger LOG = Logger.getLogger(FrontDesk.class);
    private static final int MOST_WAITING = 1_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long RETRY_MILLIS = 500;

    private final CallerStore store;
    private final Telephony telephony;
    private final EngineClock clock;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> new Thread(task, "callers"));

    FrontDesk(DataSource dataSource, Telephony telephony, EngineClock clock) {
        this.store = new CallerStore(dataSource);
        this.telephony = telephony;
        this.clock = clock;
    }

    @Override
    public void cameIn(IncomingCall call, Lease lease) {
        long since = clock.monotonicNanos();
        try {
            thread.execute(() -> receive(call, lease, since));
        } catch (RejectedExecutionException e) {
            LOG.warnf(
                    "%d callers wait to be looked at already; one more is told that all lines are busy", MOST_WAITING);
            telephony.refuse(call, HangupCause.NO_CIRCUIT);
        }
    }

    private void receive(IncomingCall call, Lease lease, long since) {
        long callId = 0;
        Instant now = clock.instant();
        while (true) {
            try {
                Optional<Queue> queue = store.findQueue(call.number());
                if (queue.isEmpty() || !queue.get().running()) {
                    telephony.refuse(
                            call, queue.isEmpty() ? HangupCause.UNALLOCATED_NUMBER : HangupCause.SUBSCRIBER_ABSENT);
                    return;
                }
                callId = callId == 0 ? store.nextId() : callId;
                Caller caller = store.write(callId, queue.get(), call, lease, now);
                telephony.take(
                        call,
                        new CallInput.Arrived(callId, caller.queueId(), caller.leadId(), call.node(), call.trunk()));
                return;
            } catch (LeaseLostException e) {
                LOG.infof("A caller is left to the engine that owns the floor now");
                return;
            } catch (SQLException e) {
                if (neverHeals(e) || clock.monotonicNanos() - since > PATIENCE_NANOS) {
                    LOG.warnf("A caller is told that all lines are busy: %s", e.getMessage());
                    telephony.refuse(call, HangupCause.NO_CIRCUIT);
                    return;
                }
                if (!rested()) {
                    return;
                }
            } catch (RuntimeException e) {
                LOG.errorf(e, "DEFECT: a caller cannot be looked at and is told that all lines are busy");
                telephony.refuse(call, HangupCause.NO_CIRCUIT);
                return;
            }
        }
    }

    /** What the database says of the statement itself (classes 22 and 23: bad values, broken rules) it will say again. */
    private static boolean neverHeals(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private static boolean rested() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }
}
