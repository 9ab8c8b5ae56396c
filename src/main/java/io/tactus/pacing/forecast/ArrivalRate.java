package io.tactus.pacing.forecast;

/** How often callers come in, lately: a count that forgets over a quarter of an hour, over the time that it remembers. */
public final class ArrivalRate {
    private static final double MEMORY_SECONDS = 900;
    private static final double PRIOR_SECONDS = 60;

    private double count;
    private double seconds;
    private long lastMicros;

    /** Somebody comes in. */
    public void arrived(long nowMicros) {
        pass(nowMicros);
        count++;
    }

    /** Callers a second; 0 before anybody has come. */
    public double perSecond(long nowMicros) {
        pass(nowMicros);
        return count / (seconds + PRIOR_SECONDS);
    }

    private void pass(long nowMicros) {
        if (lastMicros > 0 && nowMicros > lastMicros) {
            double passed = (nowMicros - lastMicros) / 1e6;
            double keep = StrictMath.exp(-passed / MEMORY_SECONDS);
            count *= keep;
            seconds = seconds * keep + passed;
        }
        lastMicros = Math.max(lastMicros, nowMicros);
    }
}
