package io.tactus.launch;

import io.quarkus.runtime.annotations.QuarkusMain;
import io.tactus.demo.DemoCommand;
import io.tactus.lab.LabCommand;
import io.tactus.sim.SimulatorMain;
import io.tactus.trial.CrashCommand;
import io.tactus.trial.HourCommand;
import io.tactus.trial.LoadCommand;
import io.tactus.trial.OutageCommand;
import io.tactus.trial.RealCampaignCommand;
import io.tactus.trial.RealNodesCommand;
import io.tactus.trial.WireCommand;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The command line of the engine's jar; the launcher {@code tactus} passes its words on to it. */
@QuarkusMain
@Command(
        name = "tactus",
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            ReplayCommand.class,
            ImportCommand.class,
            FlowCommand.class,
            CrashCommand.class,
            OutageCommand.class,
            LabCommand.class,
            LoadCommand.class,
            RealCampaignCommand.class,
            RealNodesCommand.class,
            HourCommand.class,
            WireCommand.class
        },
        description = "Outbound predictive-dialer campaign engine",
        mixinStandardHelpOptions = true,
        version = "tactus 0.1.0")
public final class TactusMain implements Callable<Integer> {
    static {
        // Whichever part logs first, it finds the engine's own logging.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    }

    /** Parts that chat before the engine's own logging is set up; held on to, since a logger that nobody holds forgets its level. */
    private static final List<Logger> QUIET =
            Stream.of("io.zonky", "org.hibernate").map(Logger::getLogger).toList();

    /** Ends with the command's exit code: 0 well, 1 failed, 2 wrong words. */
    public static void main(String... args) {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        CommandLine line = new CommandLine(new TactusMain());
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof IllegalStateException || e instanceof IllegalArgumentException) {
                command.getErr().println("tactus: " + e.getMessage());
            } else {
                e.printStackTrace(command.getErr());
            }
            return 1;
        });
        // The simulator reads its own options.
        line.addSubcommand(new CommandLine(new Sim()).setUnmatchedOptionsArePositionalParams(true));
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() {
        throw new ParameterException(new CommandLine(this), "say what to do: run, demo, sim or replay");
    }

    /** The simulated telephone network as a process of its own. */
    @Command(name = "sim", description = "run the simulated telephone network as a process of its own")
    static final class Sim implements Callable<Integer> {
        @Parameters(arity = "0..*", description = "options of the simulator; --help lists them")
        String[] words = {};

        @Override
        public Integer call() throws Exception {
            SimulatorMain.main(words);
            return 0;
        }
    }
}
