package io.tactus.trial;

import io.tactus.floor.model.AgentState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What agents did with their time between two moments.
 *
 * @param busyMicros talk and wrap-up of all of them
 * @param freeMicros time in which they were ready or chosen for a call
 * @param waits how often one of them was given work after being ready
 */
record AgentTime(long busyMicros, long freeMicros, long waits) {
    /** From this moment on the agent is in this state. */
    record Change(long agentId, long micros, AgentState state) {}

    /** Adds the changes up. @param changes of all agents, oldest first, from their log-in on */
    static AgentTime of(List<Change> changes, long fromMicros, long toMicros) {
        Map<Long, Change> present = new HashMap<>();
        long busy = 0;
        long free = 0;
        long waits = 0;
        for (Change change : changes) {
            Change before = present.put(change.agentId(), change);
            if (before == null) {
                continue;
            }
            long passed = overlap(before.micros(), change.micros(), fromMicros, toMicros);
            busy += isBusy(before) ? passed : 0;
            free += isFree(before) ? passed : 0;
            boolean within = change.micros() >= fromMicros && change.micros() < toMicros;
            waits += within && before.state() == AgentState.READY && change.state() != AgentState.READY ? 1 : 0;
        }
        for (Change last : present.values()) {
            long passed = overlap(last.micros(), toMicros, fromMicros, toMicros);
            busy += isBusy(last) ? passed : 0;
            free += isFree(last) ? passed : 0;
        }
        return new AgentTime(busy, free, waits);
    }

    private static long overlap(long begin, long end, long from, long to) {
        return Math.max(0, Math.min(end, to) - Math.max(begin, from));
    }

    private static boolean isBusy(Change change) {
        return change.state() == AgentState.TALKING || change.state() == AgentState.WRAP_UP;
    }

    private static boolean isFree(Change change) {
        return change.state() == AgentState.READY || change.state() == AgentState.RESERVED;
    }

    /** Share of their time at work in which they talked or wrapped up. */
    double utilisation() {
        return busyMicros / (double) Math.max(1, busyMicros + freeMicros);
    }

    /** Mean time from ready to the next call. */
    double waitSeconds() {
        return waits == 0 ? 0 : freeMicros / 1e6 / waits;
    }
}
