package io.tactus.decision;

import io.tactus.floor.model.DialMode;
import java.time.Duration;
import java.time.Instant;

/**
 * The live policy and its shadow over some time. The shadow is asked in the live policy's place, moment by moment: its launches are
 * what it would have added then, not what a shift of its own would have come to.
 *
 * @param from first decision compared
 * @param to last decision compared
 * @param liveLaunchesPerHour calls launched by the live policy
 * @param shadowLaunchesPerHour calls that the shadow would have launched; what it went on wanting counts once
 * @param liveRisk mean risk that one more call is abandoned after the live policy's launches, by the campaign's forecast
 * @param shadowRisk the same after the shadow's launches
 * @param compared moments at which both were asked
 * @param differed moments at which they wanted something else
 * @param differedShare share of those; 0 to 1
 */
public record Comparison(
        DialMode shadowMode,
        Instant from,
        Instant to,
        long liveLaunches,
        long shadowLaunches,
        double liveLaunchesPerHour,
        double shadowLaunchesPerHour,
        double liveRisk,
        double shadowRisk,
        long compared,
        long differed,
        double differedShare) {

    static Comparison of(
            DialMode mode,
            Instant from,
            Instant to,
            long liveLaunches,
            long shadowLaunches,
            double liveRisk,
            double shadowRisk,
            long compared,
            long differed) {
        double hours = Duration.between(from, to).toMillis() / 3_600_000.0;
        return new Comparison(
                mode,
                from,
                to,
                liveLaunches,
                shadowLaunches,
                hours <= 0 ? 0 : liveLaunches / hours,
                hours <= 0 ? 0 : shadowLaunches / hours,
                liveRisk,
                shadowRisk,
                compared,
                differed,
                compared == 0 ? 0 : differed / (double) compared);
    }
}
