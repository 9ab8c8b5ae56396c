package io.tactus.telephony.asterisk;

import io.tactus.telephony.asterisk.DeadlineWheel.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Actions that wait for their response. Each is answered exactly once: by the response, by its deadline, or by the end of the link.
 * The library keeps no record of them, so nothing of an unanswered one is left behind.
 */
final class PendingActions {
    /** Other engines may use the same node: the ids of this one are told by a prefix of its own. */
    static final String PREFIX =
            "tct-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()) + "-";

    private final int limit;
    private final DeadlineWheel wheel;
    private final TelephonyMetrics metrics;
    private final Map<String, Pending> pending = new HashMap<>();
    private long serial;

    private record Pending(Consumer<Reply> handler, Deadline deadline) {}

    /** How an action ended. */
    sealed interface Reply {
        /** Asterisk did it, or will. */
        record Done() implements Reply {}

        /** Asterisk refused it. */
        record Refused(String message) implements Reply {}

        /** Whether Asterisk did it is not known. */
        record Lost(String reason) implements Reply {}
    }

    PendingActions(int limit, DeadlineWheel wheel, TelephonyMetrics metrics) {
        this.limit = limit;
        this.wheel = wheel;
        this.metrics = metrics;
    }

    /** An id that no other action has. */
    String nextId() {
        serial++;
        return PREFIX + serial;
    }

    static boolean isOurs(String actionId) {
        return actionId.startsWith(PREFIX);
    }

    boolean full() {
        return pending.size() >= limit;
    }

    void add(String actionId, long deadlineNanos, Consumer<Reply> handler) {
        Deadline deadline = wheel.at(deadlineNanos, () -> {
            metrics.timeouts.increment();
            answer(actionId, new Reply.Lost("no answer from Asterisk in time"));
        });
        pending.put(actionId, new Pending(handler, deadline));
    }

    /** Late answers and those to others' actions find nobody. */
    void answer(String actionId, Reply reply) {
        Pending found = pending.remove(actionId);
        if (found != null) {
            found.deadline().cancel();
            found.handler().accept(reply);
        }
    }

    void loseAll(String reason) {
        List<Pending> all = new ArrayList<>(pending.values());
        pending.clear();
        for (Pending one : all) {
            one.deadline().cancel();
            one.handler().accept(new Reply.Lost(reason));
        }
    }

    int size() {
        return pending.size();
    }
}
