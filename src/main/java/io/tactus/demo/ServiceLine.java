package io.tactus.demo;

import io.tactus.sim.fault.Faults;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Simulated people who call the demo's service line, at random moments (a Poisson process). Some of them are in the demo's list. */
final class ServiceLine implements AutoCloseable {
    /** The number that they dial, as a carrier gives it. */
    static final String NUMBER = "12125550190";

    private static final int LEADS_PER_AGENT = 500;
    private static final double STRANGERS = 0.3;

    private final Faults network;
    private final double perSecond;
    private final Random random;
    private final int leads;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "service-line"));

    /** @param perHour callers in a simulated hour; 0 for nobody */
    ServiceLine(Faults network, double perHour, double speed, long seed, int agents) {
        this.network = network;
        this.perSecond = perHour / 3_600 * speed;
        this.random = new Random(seed);
        this.leads = agents * LEADS_PER_AGENT;
    }

    void open() {
        if (perSecond > 0) {
            next();
        }
    }

    private void next() {
        double seconds = -Math.log(1 - random.nextDouble()) / perSecond;
        timer.schedule(this::call, (long) (seconds * 1e9), TimeUnit.NANOSECONDS);
    }

    private void call() {
        String caller = random.nextDouble() < STRANGERS
                ? "1212555%04d".formatted(1_000 + random.nextInt(9_000))
                : "+999%09d".formatted(1 + random.nextInt(leads));
        double talk = 30 + 90 * random.nextDouble();
        double patience = 60 + 240 * random.nextDouble();
        network.callIn(
                "carrier",
                NUMBER,
                caller,
                String.format(Locale.ROOT, "answer talk=%.1f patience=%.1f listen=%.1f", talk, patience, patience));
        next();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
