package io.tactus.lab.past;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How long the campaign's day is, and the share of dials that a person answers in its hours.
 *
 * @param hours length of the day
 * @param rates one after another, in equal parts of the day
 */
record DayShape(int hours, List<Double> rates) {
    /** An hour with fewer dials has the rate of the whole. */
    private static final int ENOUGH = 100;
    /** An hour with a smaller share of the dials is none of the day's. */
    private static final double LEAST_SHARE = 0.01;

    private static final int SHORTEST = 3;
    private static final int USUAL = 9;
    private static final int DAY = 24;

    /** The day of these dials, from the first to the last local hour that is in use; the longest unused time is its night. */
    static DayShape of(Setting setting, List<Dial> dials) {
        int[] all = new int[DAY];
        int[] live = new int[DAY];
        for (Dial dial : dials) {
            int hour = setting.hourOf(dial.at());
            all[hour]++;
            live[hour] += dial.ending().live() ? 1 : 0;
        }
        double overall = rate(IntStream.of(live).sum(), dials.size());
        boolean[] used = new boolean[DAY];
        int count = 0;
        for (int hour = 0; hour < DAY; hour++) {
            used[hour] = all[hour] >= LEAST_SHARE * dials.size();
            count += used[hour] ? 1 : 0;
        }
        if (count < SHORTEST) {
            return new DayShape(USUAL, List.of(overall));
        }
        int first = morning(used);
        int last = IntStream.range(0, DAY)
                .filter(h -> used[(first + h) % DAY])
                .max()
                .orElse(0);
        List<Double> rates = IntStream.rangeClosed(0, last)
                .map(h -> (first + h) % DAY)
                .mapToObj(h -> all[h] >= ENOUGH ? rate(live[h], all[h]) : overall)
                .toList();
        return new DayShape(rates.size(), rates);
    }

    /** The hour after the longest run of unused ones. */
    private static int morning(boolean[] used) {
        int best = 0;
        int longest = -1;
        for (int hour = 0; hour < DAY; hour++) {
            int night = 0;
            while (night < DAY && !used[(hour - 1 - night + 2 * DAY) % DAY]) {
                night++;
            }
            if (used[hour] && night > longest) {
                longest = night;
                best = hour;
            }
        }
        return best;
    }

    private static double rate(int live, int all) {
        return FittedWorld.rounded(Math.clamp(live / (double) Math.max(1, all), 1e-4, 0.95));
    }
}
