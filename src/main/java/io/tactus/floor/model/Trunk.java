package io.tactus.floor.model;

/**
 * A trunk with a ceiling of lines and a token bucket of originates a second (burst: one second's worth).
 *
 * <p>When the network has refused {@value #FAILING_AFTER} calls in a row, the trunk fails: it then carries one call now and then as a trial, so
 * that no list is burnt on a dead line, until one gets through.
 */
public final class Trunk {
    /** Calls refused in a row. */
    static final int FAILING_AFTER = 20;

    private static final long FIRST_TRIAL_MICROS = 1_000_000;
    private static final long LONGEST_WAIT_MICROS = 15_000_000;

    public final String name;
    public final String node;
    private int lines;
    private double callsPerSecond;
    private int inUse;
    private double tokens;
    private long filledMicros;
    private int refusedInRow;
    private long nextTrialMicros;
    private long trialWaitMicros = FIRST_TRIAL_MICROS;

    /** A trunk with a full bucket. */
    public Trunk(String name, String node, int lines, double callsPerSecond, long nowMicros) {
        this.name = name;
        this.node = node;
        this.lines = lines;
        this.callsPerSecond = callsPerSecond;
        this.tokens = Math.max(1, callsPerSecond);
        this.filledMicros = nowMicros;
    }

    /** Takes new limits; calls under way stay. */
    public void limit(int newLines, double newCallsPerSecond) {
        lines = newLines;
        callsPerSecond = newCallsPerSecond;
        tokens = Math.min(tokens, Math.max(1, callsPerSecond));
    }

    /** Takes a line and a token if both are there. */
    public boolean tryAcquire(long nowMicros) {
        double burst = Math.max(1, callsPerSecond);
        tokens = Math.min(burst, tokens + (nowMicros - filledMicros) * 1e-6 * callsPerSecond);
        filledMicros = nowMicros;
        if (inUse >= lines || tokens < 1 || failing() && nowMicros < nextTrialMicros) {
            return false;
        }
        if (failing()) {
            nextTrialMicros = nowMicros + trialWaitMicros;
            trialWaitMicros = Math.min(LONGEST_WAIT_MICROS, 2 * trialWaitMicros);
        }
        tokens -= 1;
        inUse++;
        return true;
    }

    /** The network refused a call, or could not carry it. */
    public void refused() {
        refusedInRow++;
    }

    /** The network carried a call to its number, whatever became of it there. */
    public void carried() {
        refusedInRow = 0;
        nextTrialMicros = 0;
        trialWaitMicros = FIRST_TRIAL_MICROS;
    }

    /** Whether the network refuses everything. */
    public boolean failing() {
        return refusedInRow >= FAILING_AFTER;
    }

    /** Takes a line for a call that exists already. */
    public void occupy() {
        inUse++;
    }

    /** Gives a line back. */
    public void release() {
        inUse--;
    }

    /** Lines in use. */
    public int inUse() {
        return inUse;
    }

    /** Lines not in use. */
    public int spare() {
        return lines - inUse;
    }
}
