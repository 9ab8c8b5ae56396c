package io.tactus.wallboard;

import io.tactus.floor.effect.NewsEffect.Paced;
import io.tactus.floor.effect.NewsEffect.Shadowed;
import io.tactus.floor.model.DialMode;
import io.tactus.pacing.PacingDecision.Why;
import io.tactus.wallboard.Board.DecisionRow;
import io.tactus.wallboard.Board.ShadowRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last decisions about a campaign as a person can follow them, and its shadow's last hour. On the floor's thread only. */
final class RecentPacing {
    private static final int ROWS = 6;
    /** Decisions of two real seconds are one row: calls may be launched many times a second. */
    private static final long ROW_NANOS = 2_000_000_000L;

    private static final long MINUTE_MILLIS = 60_000;
    private static final int MINUTES = 60;

    /** Sums of one minute. */
    private static final class Minute {
        final long number;
        long live;
        long wanted;
        long compared;
        long differed;
        double liveRisks;
        double risks;

        Minute(long number) {
            this.number = number;
        }
    }

    private final Deque<DecisionRow> rows = new ArrayDeque<>();
    private final Deque<Minute> minutes = new ArrayDeque<>();
    private @Nullable DialMode mode;
    private String wantedReason = "";
    private long rowBeganNanos;
    private long beganMillis;
    private long lastMillis;

    void see(Paced decision, long nowNanos) {
        row(decision, nowNanos);
        long atMillis = decision.atMicros() / 1_000;
        lastMillis = atMillis;
        decision.shadow().ifPresent(shadow -> compare(shadow, atMillis));
        if (mode != null) {
            minute(atMillis).live += decision.launched();
        }
    }

    private void row(Paced decision, long nowNanos) {
        Why why = decision.why().equals(Why.NONE) ? null : decision.why();
        DecisionRow last = rows.peekFirst();
        boolean same = last != null && nowNanos - rowBeganNanos < ROW_NANOS;
        int launched = decision.launched();
        int released = decision.released();
        if (same) {
            rows.removeFirst();
            launched += last.launched();
            released += last.released();
        } else {
            rowBeganNanos = nowNanos;
        }
        // Of several reasons within a row the one that launched calls tells more.
        boolean keepReason = same && decision.launched() == 0 && last.launched() > 0;
        rows.addFirst(new DecisionRow(
                same ? last.atMillis() : decision.atMicros() / 1_000,
                launched,
                released,
                keepReason ? last.reason() : decision.reason(),
                decision.freeAgents(),
                decision.inFlight(),
                decision.waiting(),
                keepReason ? last.why() : why));
        if (rows.size() > ROWS) {
            rows.removeLast();
        }
    }

    private void compare(Shadowed shadow, long atMillis) {
        if (mode != shadow.mode()) {
            forget();
            mode = shadow.mode();
            beganMillis = atMillis;
        }
        wantedReason = shadow.reason();
        Minute minute = minute(atMillis);
        minute.wanted += shadow.launches();
        minute.compared += shadow.compared();
        minute.differed += shadow.differed();
        minute.risks += shadow.risk() * shadow.compared();
        minute.liveRisks += shadow.liveRisk() * shadow.compared();
    }

    private Minute minute(long atMillis) {
        long number = atMillis / MINUTE_MILLIS;
        Minute last = minutes.peekLast();
        if (last == null || last.number != number) {
            last = new Minute(number);
            minutes.addLast(last);
        }
        while (minutes.getFirst().number <= number - MINUTES) {
            minutes.removeFirst();
        }
        return last;
    }

    private void forget() {
        minutes.clear();
        mode = null;
    }

    List<DecisionRow> rows() {
        return new ArrayList<>(rows);
    }

    /** The comparison of the last hour; null without a shadow. @param on whether the campaign has one now */
    @Nullable
    ShadowRow shadow(boolean on) {
        if (!on) {
            forget();
        }
        if (mode == null) {
            return null;
        }
        Minute sum = new Minute(0);
        for (Minute minute : minutes) {
            sum.live += minute.live;
            sum.wanted += minute.wanted;
            sum.compared += minute.compared;
            sum.differed += minute.differed;
            sum.risks += minute.risks;
            sum.liveRisks += minute.liveRisks;
        }
        long since = Math.max(beganMillis, minutes.getFirst().number * MINUTE_MILLIS);
        double hours = Math.max(1_000, lastMillis - since) / 3_600_000.0;
        double compared = Math.max(1, sum.compared);
        return new ShadowRow(
                mode.name(),
                since,
                sum.live / hours,
                sum.wanted / hours,
                sum.liveRisks / compared,
                sum.risks / compared,
                sum.differed / compared,
                wantedReason);
    }
}
