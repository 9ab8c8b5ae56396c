package io.tactus.sim;

import io.tactus.sim.ledger.Statistics;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs the simulated network by itself, until it is stopped. */
public final class SimulatorMain {
    private static final Duration REPORT_EVERY = Duration.ofSeconds(30);
    private static final int WRONG_USAGE = 2;

    private SimulatorMain() {}

    /** @param arguments see {@link CommandLine#USAGE} */
    public static void main(String[] arguments) {
        try {
            var commandLine = CommandLine.parse(arguments, System.getenv());
            if (commandLine.helpWanted()) {
                System.out.println(CommandLine.USAGE);
                return;
            }
            run(commandLine);
        } catch (RuntimeException e) {
            System.err.println("tactus simulator: " + e.getMessage());
            System.err.println("--help shows the options.");
            System.exit(WRONG_USAGE);
        }
    }

    private static void run(CommandLine commandLine) {
        var settings = commandLine.settings();
        var network = SimulatedNetwork.start(settings);
        System.out.println("SIMULATED telephone network: no real call is made by anything connected here.");
        System.out.printf(
                "AMI on %s port %d, user %s, speed %s, seed %d%n",
                settings.bind().getHostAddress(), network.port(), settings.user(), settings.speed(), settings.seed());
        if (commandLine.secretGenerated()) {
            System.out.println("AMI secret (generated; set TACTUS_SIM_SECRET to choose it): " + settings.secret());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(network::close));
        var reports = Executors.newSingleThreadScheduledExecutor();
        var unusedReport = reports.scheduleAtFixedRate(
                () -> System.out.println(line(network.statistics())),
                REPORT_EVERY.toSeconds(),
                REPORT_EVERY.toSeconds(),
                TimeUnit.SECONDS);
    }

    private static String line(Statistics statistics) {
        return "SIMULATED: " + statistics;
    }
}
