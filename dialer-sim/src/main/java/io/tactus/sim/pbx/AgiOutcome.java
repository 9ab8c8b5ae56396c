package io.tactus.sim.pbx;

import java.time.Duration;

/**
 * What an AGI command comes to, decided when it begins.
 *
 * @param takes until it is finished; simulated time
 * @param result the result line without its line feed
 * @param next what happens to the channel then
 * @param finished runs when it is finished
 * @param interrupted runs when it is cut short
 */
record AgiOutcome(Duration takes, String result, Next next, Runnable finished, Runnable interrupted) {
    private static final Duration ENDLESS = Duration.ofDays(365);

    /** What follows a command. */
    enum Next {
        STAY,
        LEAVE,
        HANG_UP,
        FAR_END_HANGS_UP
    }

    static AgiOutcome atOnce(String result) {
        return new AgiOutcome(Duration.ZERO, line(result), Next.STAY, AgiOutcome::nothing, AgiOutcome::nothing);
    }

    static AgiOutcome atOnce(String result, Next next) {
        return new AgiOutcome(Duration.ZERO, line(result), next, AgiOutcome::nothing, AgiOutcome::nothing);
    }

    static AgiOutcome after(Duration takes, String result) {
        return new AgiOutcome(takes, line(result), Next.STAY, AgiOutcome::nothing, AgiOutcome::nothing);
    }

    static AgiOutcome endless() {
        return after(ENDLESS, "200 result=0");
    }

    boolean lastsForEver() {
        return takes.equals(ENDLESS);
    }

    AgiOutcome then(Runnable whenFinished, Runnable whenInterrupted) {
        return new AgiOutcome(takes, result, next, whenFinished, whenInterrupted);
    }

    AgiOutcome leadingTo(Next other) {
        return new AgiOutcome(takes, result, other, finished, interrupted);
    }

    private static void nothing() {}

    private static String line(String result) {
        return result + "\n";
    }
}
