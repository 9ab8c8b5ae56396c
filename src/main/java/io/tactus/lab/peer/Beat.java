package io.tactus.lab.peer;

/** A clock of one rule: beats at its first look and then once in each period, whatever number of looks falls into it. */
final class Beat {
    private final long periodMicros;
    private long nextMicros;

    Beat(long periodMicros) {
        this.periodMicros = periodMicros;
    }

    /** Whether it is time; a beat that was missed is not made up for. */
    boolean due(long nowMicros) {
        if (nowMicros < nextMicros) {
            return false;
        }
        long late = nextMicros == 0 ? 0 : (nowMicros - nextMicros) % periodMicros;
        nextMicros = nowMicros - late + periodMicros;
        return true;
    }
}
