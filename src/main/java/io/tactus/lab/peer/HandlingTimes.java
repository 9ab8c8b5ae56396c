package io.tactus.lab.peer;

import io.tactus.pacing.PacingView;
import io.tactus.pacing.forecast.WorkPhase;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * How long calls keep an agent, talk and wrap-up together: learnt from who was seen busy, at every look. An agent who is no longer seen busy, or
 * talks since another moment, has finished.
 */
final class HandlingTimes {
    private static final int BIN_SECONDS = 2;
    private static final int BINS = 600;
    private static final double PRIOR_SECONDS = 150;

    private static final class Busy {
        long beganMicros;
        long talkingSince;
        long seen;
    }

    private final Map<Long, Busy> busy = new HashMap<>();
    private final long[] ended = new long[BINS];
    /** How many lasted at least that many bins. */
    private final long[] lasted = new long[BINS + 1];

    private long looks;
    private long count;
    private double sumSeconds;

    /** Must be shown every look, so that no end is missed. */
    void look(PacingView view) {
        looks++;
        long now = view.nowMicros();
        view.eachBusyAgent((id, phase, sinceMicros, share, own) -> {
            Busy agent = busy.computeIfAbsent(id, unknown -> new Busy());
            boolean first = agent.seen == 0;
            if (first || phase == WorkPhase.TALK && agent.talkingSince != sinceMicros) {
                if (!first) {
                    finished(sinceMicros - agent.beganMicros);
                }
                agent.beganMicros = sinceMicros;
                agent.talkingSince = phase == WorkPhase.TALK ? sinceMicros : 0;
            }
            agent.seen = looks;
        });
        for (Iterator<Busy> each = busy.values().iterator(); each.hasNext(); ) {
            Busy agent = each.next();
            if (agent.seen != looks) {
                finished(now - agent.beganMicros);
                each.remove();
            }
        }
    }

    private void finished(long micros) {
        double seconds = micros / 1e6;
        count++;
        sumSeconds += seconds;
        int bin = bin(seconds);
        ended[bin]++;
        for (int i = 0; i <= bin; i++) {
            lasted[i]++;
        }
    }

    private static int bin(double seconds) {
        return (int) Math.clamp(seconds / BIN_SECONDS, 0, BINS - 1);
    }

    /** Mean, with a prior worth ten calls. */
    double meanSeconds() {
        return (sumSeconds + 10 * PRIOR_SECONDS) / (count + 10);
    }

    /** Probability that what has lasted this long ends within so many seconds more, by what was seen; by the mean alone while little was. */
    double endsWithin(double ageSeconds, double seconds) {
        int from = bin(ageSeconds);
        if (lasted[from] < 5) {
            return -Math.expm1(-seconds / meanSeconds());
        }
        double until = Math.min(BINS - 1, (ageSeconds + seconds) / BIN_SECONDS);
        int to = (int) until;
        double left = lasted[to] - (until - to) * ended[to];
        double now = lasted[from] - (ageSeconds / BIN_SECONDS - from) * ended[from];
        return now <= 0 ? 1 : Math.clamp(1 - left / now, 0, 1);
    }

    /** Walks over the busy agents. @param visitor is given how long each is busy, in seconds */
    void eachAge(long nowMicros, java.util.function.DoubleConsumer visitor) {
        for (Busy agent : busy.values()) {
            visitor.accept((nowMicros - agent.beganMicros) / 1e6);
        }
    }
}
