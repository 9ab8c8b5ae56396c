package io.tactus.lab.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question on its way through the laboratory. */
final class LabJob {
    enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    final long id;
    final String askedBy;
    final LabForm question;
    /** The world that is like a campaign's past; empty for the reference world. */
    final Optional<String> like;

    private final Instant askedAt;
    private final List<LabRow> rows = new ArrayList<>();
    private State state = State.WAITING;
    private double progress;
    private @Nullable String error;

    LabJob(long id, String askedBy, Instant askedAt, LabForm question, Optional<String> like) {
        this.id = id;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
        this.question = question;
        this.like = like;
    }

    /** Begins; answers false when it was cancelled while it waited. */
    synchronized boolean begin() {
        if (state != State.WAITING) {
            return false;
        }
        state = State.RUNNING;
        return true;
    }

    synchronized void advance(double share) {
        progress = Math.max(progress, Math.min(1, share));
    }

    synchronized void add(LabRow row) {
        rows.add(row);
    }

    /** Ends it; what has ended already stays as it is. Answers whether it ended now. */
    synchronized boolean end(State how, @Nullable String why) {
        if (over()) {
            return false;
        }
        state = how;
        error = why;
        if (how == State.DONE) {
            progress = 1;
        }
        return true;
    }

    synchronized boolean over() {
        return state != State.WAITING && state != State.RUNNING;
    }

    synchronized boolean waits() {
        return state == State.WAITING;
    }

    synchronized LabRunView view() {
        return new LabRunView(
                id,
                askedBy,
                askedAt,
                state.name().toLowerCase(Locale.ROOT),
                progress,
                question,
                List.copyOf(rows),
                error);
    }
}
