package io.tactus.launch;

import io.tactus.floor.journal.Replay;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tactus replay}: plays a journal into an empty floor and prints what came of it. */
@Command(name = "replay", description = "play a journal of inputs into an empty floor")
final class ReplayCommand implements Callable<Integer> {
    @Parameters(description = "a file from the folder journal of the engine's home")
    Path journal = Path.of("");

    @Option(names = "--effects", description = "print every effect")
    boolean effects;

    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        Replay replay = new Replay();
        try (Stream<String> lines = Files.lines(journal)) {
            replay.play(
                    lines.peek(line -> {
                        if (line.startsWith("#")) {
                            throw new IllegalArgumentException(
                                    journal + " has a gap: the engine could not keep up when it was written");
                        }
                    }),
                    effect -> {
                        if (effects) {
                            out.println(effect);
                        }
                    });
        }
        out.printf("%d inputs, %d effects, digest %s%n", replay.inputs(), replay.effects(), replay.digest());
        return 0;
    }
}
