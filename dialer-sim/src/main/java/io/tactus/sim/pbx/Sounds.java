package io.tactus.sim.pbx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How long prompts last: from the WAV file in the sounds folder where there is one, else a set length. */
final class Sounds {
    private static final String OWN = "tactus/";
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

    /** True for one of the product's own prompts that is not in the folder, and for a path to nothing; of Asterisk's own sounds nothing is known. */
    boolean missing(String file) {
        boolean known = file.startsWith(OWN) && folder.isPresent() || file.startsWith("/");
        return known && find(file).isEmpty();
    }

    private Duration measure(String file) {
        return missing(file) ? Duration.ZERO : find(file).map(this::read).orElse(otherwise);
    }

    /** The folder may hold the sounds as Asterisk names them, or be the one that Asterisk knows as {@code tactus}. */
    private Optional<Path> find(String file) {
        if (file.startsWith("/")) {
            return Optional.of(Path.of(file + ".wav")).filter(Files::isRegularFile);
        }
        var bare = file.startsWith(OWN) ? file.substring(OWN.length()) : file;
        return folder.flatMap(base -> Stream.of(file, bare)
                .map(name -> base.resolve(name + ".wav").normalize())
                .filter(path -> path.startsWith(base) && Files.isRegularFile(path))
                .findFirst());
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
