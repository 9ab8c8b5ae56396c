package io.tactus.sim;

import io.tactus.sim.pbx.PbxSettings;
import io.tactus.sim.world.DetectorSettings;
import io.tactus.sim.world.NumberPlan;
import io.tactus.sim.world.PopulationSettings;
import io.tactus.sim.world.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The simulator's options, read.
 *
 * @param settings what they come to
 * @param secretGenerated true when nobody chose a secret
 * @param helpWanted true when only the usage is asked for
 */
record CommandLine(SimulatorSettings settings, boolean secretGenerated, boolean helpWanted) {
    static final String USAGE = """
            A simulated Asterisk with simulated people behind it, for trying the engine without a telephone line.

              --port N                AMI port, 0 for any free one (5038)
              --bind ADDRESS          address to listen on (127.0.0.1)
              --user NAME             AMI user (tactus)
              --secret SECRET         AMI secret (from TACTUS_SIM_SECRET, else generated and printed)
              --speed X               simulated seconds per real second (1)
              --seed N                decides every fate that is not scripted (1)
              --live-probability P    share of dials that a person answers (0.25)
              --talk-seconds S        mean length of a conversation (120)
              --amd-exact             machine detection never errs
              --scenario FILE         numbers with scripted behaviour
              --ledger FILE           append every fact to this file
              --recordings FOLDER     where RECORD FILE may write
              --sounds FOLDER         WAV prompts that give playbacks their length
              --outbox-bytes N        unsent bytes at which a client is cut off (16777216)
            """;

    private static final Set<String> FLAGS = Set.of("--amd-exact", "--help");
    private static final Set<String> OPTIONS = Set.of(
            "--port",
            "--bind",
            "--user",
            "--secret",
            "--speed",
            "--seed",
            "--live-probability",
            "--talk-seconds",
            "--scenario",
            "--ledger",
            "--recordings",
            "--sounds",
            "--outbox-bytes");

    static CommandLine parse(String[] arguments, Map<String, String> environment) {
        var options = options(arguments);
        var chosen = Optional.ofNullable(options.get("--secret"))
                .or(() -> Optional.ofNullable(environment.get("TACTUS_SIM_SECRET")))
                .filter(secret -> !secret.isEmpty());
        var people = PopulationSettings.reference(number(options, "--live-probability", 0.25))
                .withTalkMean(Duration.ofMillis((long) (number(options, "--talk-seconds", 120) * 1000)));
        if (options.containsKey("--amd-exact")) {
            people = people.withDetector(DetectorSettings.exact(Duration.ofMillis(800)));
        }
        var usual = PbxSettings.usual();
        var pbx = new PbxSettings(
                usual.agentAnswersAfter(),
                path(options, "--sounds"),
                usual.promptLength(),
                path(options, "--recordings"));
        var plan = path(options, "--scenario").map(CommandLine::plan).orElseGet(NumberPlan::new);
        var settings = SimulatorSettings.usual(
                        options.getOrDefault("--user", "tactus"), chosen.orElseGet(CommandLine::generate))
                .listeningOn(address(options.getOrDefault("--bind", "127.0.0.1")), (int)
                        whole(options, "--port", 5038, 65_535))
                .withSpeed(number(options, "--speed", 1))
                .withWorld(whole(options, "--seed", 1, Long.MAX_VALUE), people, plan)
                .withPbx(pbx)
                .withOutboxBytes((int) whole(options, "--outbox-bytes", 16 << 20, Integer.MAX_VALUE));
        return new CommandLine(
                path(options, "--ledger").map(settings::withLedger).orElse(settings),
                chosen.isEmpty(),
                options.containsKey("--help"));
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (var i = 0; i < arguments.length; i++) {
            var name = arguments[i];
            if (FLAGS.contains(name)) {
                options.put(name, "");
            } else if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException("unknown option \"" + name + "\"");
            } else if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("the option " + name + " needs a value");
            } else {
                options.put(name, arguments[++i]);
            }
        }
        return options;
    }

    private static double number(Map<String, String> options, String name, double otherwise) {
        var text = options.getOrDefault(name, Double.toString(otherwise));
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a number, got \"" + text + "\"", e);
        }
    }

    private static long whole(Map<String, String> options, String name, long otherwise, long most) {
        var text = options.getOrDefault(name, Long.toString(otherwise));
        if (!text.matches("\\d{1,18}") || Long.parseLong(text) > most) {
            throw new IllegalArgumentException(name + " needs a whole number up to " + most + ", got \"" + text + "\"");
        }
        return Long.parseLong(text);
    }

    private static Optional<Path> path(Map<String, String> options, String name) {
        return Optional.ofNullable(options.get(name)).map(Path::of);
    }

    private static NumberPlan plan(Path file) {
        try {
            return Script.plan(Files.readAllLines(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the scenario file " + file, e);
        }
    }

    private static InetAddress address(String name) {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--bind needs an address of this machine, got \"" + name + "\"", e);
        }
    }

    private static String generate() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
