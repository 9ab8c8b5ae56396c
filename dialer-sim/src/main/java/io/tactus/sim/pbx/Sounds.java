package io.tactus.sim.pbx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How long prompts last: from the WAV file in the sounds folder where there is one, else a set length. */
final class Sounds {
    private static final int HEADER_BYTES = 44;
    private static final int BYTES_PER_SECOND = 16_000;

    private final Optional<Path> folder;
    private final Duration otherwise;
    private final Map<String, Duration> lengths = new HashMap<>();

    Sounds(Optional<Path> folder, Duration otherwise) {
        this.folder = folder.map(path -> path.toAbsolutePath().normalize());
        this.otherwise = otherwise;
    }

    /** The length of prompts played one after another, as in {@code a&b}. */
    Duration lengthOf(String files) {
        var sum = Duration.ZERO;
        for (var file : files.split("&", -1)) {
            sum = sum.plus(lengths.computeIfAbsent(file, this::measure));
        }
        return sum;
    }

    private Duration measure(String file) {
        return folder.map(base -> base.resolve(file + ".wav").normalize())
                .filter(path -> folder.filter(path::startsWith).isPresent() && Files.isRegularFile(path))
                .map(this::read)
                .orElse(otherwise);
    }

    private Duration read(Path path) {
        try {
            var samples = Math.max(0, Files.size(path) - HEADER_BYTES);
            return Duration.ofMillis(samples * 1000 / BYTES_PER_SECOND);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
