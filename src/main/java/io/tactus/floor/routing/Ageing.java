package io.tactus.floor.routing;

/**
 * What priority is worth, in waiting time: a point lets a caller stand where one stands who came {@code microsPerPoint} earlier. The priority of every
 * caller grows by one point in each such span, so the order of two callers never changes while they wait, and nobody is overtaken by those who come more
 * than a head start later. Dynamic priorities of equal slope: J. R. Jackson, Some problems in queueing with dynamic priorities, Naval Research Logistics
 * Quarterly 7 (1960), 235-249.
 *
 * @param microsPerPoint above 0
 * @param vipPoints points that a VIP has besides the own ones, 0 to {@value #MOST_VIP_POINTS}
 */
public record Ageing(long microsPerPoint, int vipPoints) {
    /** Highest priority of a queue or a caller. */
    public static final int HIGHEST = 9;

    static final int MOST_VIP_POINTS = 1_000;

    /** A point for each half minute of waiting; a VIP is worth ten. */
    public static final Ageing USUAL = new Ageing(30_000_000, 10);

    private static final long LONGEST = 24 * 3_600_000_000L;

    /** @throws IllegalArgumentException when a figure is out of range */
    public Ageing {
        if (microsPerPoint <= 0 || microsPerPoint > LONGEST || vipPoints < 0 || vipPoints > MOST_VIP_POINTS) {
            throw new IllegalArgumentException(
                    "%d µs a point and %d points for a VIP, expected up to a day, and 0 to %d points"
                            .formatted(microsPerPoint, vipPoints, MOST_VIP_POINTS));
        }
    }

    /** A point for so many seconds of waiting. */
    public static Ageing pointEvery(long seconds, int vipPoints) {
        return new Ageing(seconds * 1_000_000, vipPoints);
    }

    /** By how much the caller is put ahead of the own arrival. */
    public long headStartMicros(QueueRules queue, Caller caller) {
        int points = queue.priority() + caller.priority() + (caller.vip() ? vipPoints : 0);
        return points * microsPerPoint;
    }

    /** The longest head start that there is: nobody is overtaken by those who come later than this. */
    public long longestHeadStartMicros() {
        return (2L * HIGHEST + vipPoints) * microsPerPoint;
    }

    static int require(String whose, int priority) {
        if (priority < 0 || priority > HIGHEST) {
            throw new IllegalArgumentException(
                    "the priority of %s is %d, expected 0 to %d".formatted(whose, priority, HIGHEST));
        }
        return priority;
    }
}
