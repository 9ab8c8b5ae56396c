package io.tactus.lab.optimum;

import io.tactus.lab.optimum.Solver.Gain;

/**
 * The constrained optimum of one world.
 *
 * @param utilisation busy agents among all; 0 to 1
 * @param abandonment abandoned calls among live answers
 * @param leastWorth from this worth of an abandoned call on, in agent-seconds, its best policy holds the cap
 * @param progressive utilisation of "one call for each free agent" in the same world
 * @param states size of the chain
 */
record Optimum(double utilisation, double abandonment, double leastWorth, double progressive, int states) {
    private static final double LEAST_WORTH = 5;
    private static final double MOST_WORTH = 2_000;

    /**
     * Bisects the worth of an abandoned call. The abandonment jumps where the best policy changes, so the optimum follows the policies on both sides of
     * the jump for such shares of the time that the cap is met exactly.
     */
    static Optimum of(World world) {
        Solver solver = new Solver(world);
        double low = LEAST_WORTH;
        double high = MOST_WORTH;
        Gain over = solver.solve(low);
        Gain under = solver.solve(high);
        if (over.abandonment() <= world.cap() || under.abandonment() > world.cap()) {
            throw new IllegalStateException("a worth between " + low + " and " + high
                    + " agent-seconds should meet the cap, but abandonment is " + over.abandonment() + " to "
                    + under.abandonment());
        }
        while (high / low > 1.002) {
            double middle = Math.sqrt(low * high);
            Gain found = solver.solve(middle);
            if (found.abandonment() > world.cap()) {
                low = middle;
                over = found;
            } else {
                high = middle;
                under = found;
            }
        }
        double excess = over.abandoned() - world.cap() * over.answers();
        double room = world.cap() * under.answers() - under.abandoned();
        Gain met = over.mixed(under, room / (excess + room));
        return new Optimum(met.busy() / world.agents(), met.abandonment(), high, world.progressive(), solver.states());
    }
}
