package io.tactus.lab.optimum;

/**
 * Relative value iteration on the uniformised chain. After every event any number of calls may be dialled. For a worth w of an abandoned call the
 * policy is found that earns most of
 *
 * <pre>busy agents - w (abandoned calls - cap x live answers)        per second, in the long run</pre>
 *
 * <p>(E. Altman, Constrained Markov Decision Processes, 1999, for the multiplier; M. Puterman, Markov Decision Processes, 1994, section 8.5,
 * for the iteration.) Only the abandoned calls of that policy are evaluated besides; the rest follows, since every connected call takes one talk
 * and one wrap-up.
 */
final class Solver {
    /** What a policy gives in the long run: busy agents, abandoned calls and live answers per second. */
    record Gain(double busy, double abandoned, double answers) {
        /** Abandoned calls among live answers. */
        double abandonment() {
            return answers == 0 ? 0 : abandoned / answers;
        }

        /** This policy for a share of the time, the other one for the rest. */
        Gain mixed(Gain other, double share) {
            return new Gain(
                    share * busy + (1 - share) * other.busy,
                    share * abandoned + (1 - share) * other.abandoned,
                    share * answers + (1 - share) * other.answers);
        }
    }

    /** What is earned: per second and busy agent, for each abandoned call, for each live answer. */
    private record Reward(double busy, double abandoned, double answer) {}

    private static final double BUSY_PRECISION = 2e-5;
    private static final double ABANDONED_PRECISION = 2e-7;
    private static final int MOST_SWEEPS = 1_000_000;

    private final World world;
    private final Agents agents;
    private final Calls calls;
    private final double uniform;
    private final int size;
    /** Kept from one worth to the next, as a good beginning. */
    private final double[] earnings;

    private final double[] drops;
    private final double[] after;
    /** Values after the best dials, by state before them. */
    private final double[] best;
    /** The state after the best dials. */
    private final int[] choice;

    Solver(World world) {
        this.world = world;
        this.agents = new Agents(world);
        this.calls = new Calls(world);
        this.size = agents.count * calls.count;
        this.earnings = new double[size];
        this.drops = new double[size];
        this.after = new double[size];
        this.best = new double[size];
        this.choice = new int[size];
        this.uniform = world.agents() * Math.max(world.talkRate(), world.wrapUpStageRate())
                + world.mostWaiting() * world.giveUpRate()
                + world.mostCalls() * world.ringStageRate();
    }

    /** States of the agents times states of the calls. */
    int states() {
        return size;
    }

    /** What the best policy gives when an abandoned call is worth so many agent-seconds. */
    Gain solve(double worth) {
        double cap = world.cap();
        double gain = iterate(earnings, new Reward(1, -worth, worth * cap), true, BUSY_PRECISION * world.agents());
        double abandoned = iterate(drops, new Reward(0, 1, 0), false, ABANDONED_PRECISION * world.agents());
        double seconds = world.talkSeconds() + world.wrapUpSeconds();
        // gain = busy - worth (abandoned - cap answers), and answers = abandoned + busy / seconds
        double busy = (gain + worth * (1 - cap) * abandoned) / (1 + worth * cap / seconds);
        return new Gain(busy, abandoned, abandoned + busy / seconds);
    }

    /** Gain per second of the best policy, or of the one found last. */
    private double iterate(double[] values, Reward reward, boolean choose, double precision) {
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            if (choose) {
                choose(values);
            } else {
                follow(values);
            }
            for (int a = 0; a < agents.count; a++) {
                sweep(a, reward);
            }
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            double base = after[0];
            for (int i = 0; i < size; i++) {
                double difference = after[i] - values[i];
                least = Math.min(least, difference);
                most = Math.max(most, difference);
                values[i] = after[i] - base;
            }
            if ((most - least) * uniform < precision) {
                return (most + least) / 2 * uniform;
            }
        }
        throw new IllegalStateException(
                "no convergence in " + MOST_SWEEPS + " sweeps; is the world degenerate? " + world);
    }

    private void choose(double[] values) {
        for (int a = 0; a < agents.count; a++) {
            int from = a * calls.count;
            for (int c = calls.count - 1; c >= 0; c--) {
                int i = from + c;
                int more = calls.dialled[c];
                if (more >= 0 && best[from + more] > values[i] + 1e-10) {
                    best[i] = best[from + more];
                    choice[i] = choice[from + more];
                } else {
                    best[i] = values[i];
                    choice[i] = i;
                }
            }
        }
    }

    private void follow(double[] values) {
        for (int i = 0; i < size; i++) {
            best[i] = values[choice[i]];
        }
    }

    /** All states in which the agents are in state a. */
    private void sweep(int a, Reward reward) {
        double agentsRate = 0;
        for (double rate : agents.rate[a]) {
            agentsRate += rate;
        }
        double steady = reward.busy * agents.busy[a] + reward.abandoned * agents.givenUp[a];
        double each = world.answerRate() * (reward.answer + reward.abandoned * agents.refused[a]);
        int from = a * calls.count;
        int answered = agents.afterAnswer[a] * calls.count;
        for (int c = 0; c < calls.count; c++) {
            double over = calls.overRate[c];
            double move = calls.moveRate[c];
            after[from + c] = steady
                    + over
                            * (each
                                    + world.answerRate() * best[answered + calls.over[c]]
                                    + (1 - world.answerRate()) * best[from + calls.over[c]])
                    + move * best[from + calls.moved[c]]
                    + (uniform - agentsRate - over - move) * best[from + c];
        }
        for (int k = 0; k < agents.next[a].length; k++) {
            double rate = agents.rate[a][k];
            if (rate > 0) {
                int to = agents.next[a][k] * calls.count;
                for (int c = 0; c < calls.count; c++) {
                    after[from + c] += rate * best[to + c];
                }
            }
        }
        for (int c = 0; c < calls.count; c++) {
            after[from + c] /= uniform;
        }
    }
}
