package io.tactus.floor.model;

/** A trunk with a ceiling of lines and a token bucket of originates a second (burst: one second's worth). */
public final class Trunk {
    public final String name;
    public final String node;
    private int lines;
    private double callsPerSecond;
    private int inUse;
    private double tokens;
    private long filledMicros;

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
        if (inUse >= lines || tokens < 1) {
            return false;
        }
        tokens -= 1;
        inUse++;
        return true;
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
