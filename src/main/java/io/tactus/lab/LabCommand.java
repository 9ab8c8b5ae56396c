package io.tactus.lab;

import io.tactus.lab.optimum.OptimumCommand;
import io.tactus.lab.storm.StormCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tactus lab}: pacing policies in the simulated world. */
@Command(
        name = "lab",
        description = "pacing policies compared in a simulated world, thousands of times as fast as life",
        subcommands = {
            CompareCommand.class,
            ErlangCommand.class,
            FitCommand.class,
            GuaranteeCommand.class,
            OptimumCommand.class,
            ReplayDayCommand.class,
            StormCommand.class
        })
public final class LabCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(
                new CommandLine(spec), "say what to do: compare, erlang, fit, guarantee, optimum, replay or storm");
    }
}
