package io.tactus.lab;

import io.tactus.lab.WhatIf.Moment;
import java.util.ArrayList;
import java.util.List;

/** How a run goes, in equal parts of its time: how busy agents were in each, and the abandonment up to its end. */
final class Trajectory {
    private static final int PARTS = 48;

    private final long beginMicros;
    private final long lengthMicros;
    private final long[] busyMicros = new long[PARTS];
    private final long[] presentMicros = new long[PARTS];
    private final long[] live = new long[PARTS];
    private final long[] abandoned = new long[PARTS];

    /** @param lengthMicros of the run; above 0 */
    Trajectory(long beginMicros, long lengthMicros) {
        this.beginMicros = beginMicros;
        this.lengthMicros = lengthMicros;
    }

    /** An agent was at work from then to now, with something to do or not. */
    void spent(long fromMicros, long nowMicros, boolean busy) {
        long from = Math.max(fromMicros, beginMicros);
        while (from < nowMicros) {
            int part = partOf(from);
            long until = part == PARTS - 1 ? nowMicros : Math.min(nowMicros, endOf(part));
            presentMicros[part] += until - from;
            busyMicros[part] += busy ? until - from : 0;
            from = until;
        }
    }

    /** Somebody answered, and was abandoned or not. */
    void answered(long nowMicros, boolean toNobody) {
        int part = partOf(nowMicros);
        live[part]++;
        abandoned[part] += toNobody ? 1 : 0;
    }

    private int partOf(long micros) {
        return (int) Math.clamp((micros - beginMicros) * PARTS / lengthMicros, 0, PARTS - 1);
    }

    /** The first moment of the part behind: rounded up, so that it is not the last of this one. */
    private long endOf(int part) {
        return beginMicros + Math.ceilDiv((part + 1) * lengthMicros, PARTS);
    }

    /** The parts in which any agent was at work. */
    List<Moment> moments() {
        List<Moment> moments = new ArrayList<>(PARTS);
        long answers = 0;
        long lost = 0;
        for (int part = 0; part < PARTS; part++) {
            answers += live[part];
            lost += abandoned[part];
            if (presentMicros[part] > 0) {
                moments.add(new Moment(
                        (part + 1) * lengthMicros / (3.6e9 * PARTS),
                        busyMicros[part] / (double) presentMicros[part],
                        answers == 0 ? 0 : lost / (double) answers));
            }
        }
        return moments;
    }
}
