package io.tactus.recording;

import io.tactus.platform.TactusConfig;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder where Asterisk puts what it records. */
@ApplicationScoped
public class SoundFiles {
    private final Path folder;

    SoundFiles(TactusConfig config) {
        this.folder = config.recordings()
                .orElseGet(() -> config.home().resolve("recordings"))
                .toAbsolutePath()
                .normalize();
    }

    /**
     * The file of this name. What the database names must lie in the folder, links resolved: a row that somebody forged must not open
     * another file.
     *
     * @param what what is looked for, for the refusal's words
     */
    public Path get(String name, String what) {
        Path file = folder.resolve(name.endsWith(".wav") ? name : name + ".wav").normalize();
        try {
            if (file.startsWith(folder)
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(folder.toRealPath())) {
                return file;
            }
        } catch (IOException e) {
            throw ProblemException.of(404, "The file of " + what + " cannot be read: " + e.getMessage());
        }
        throw ProblemException.of(404, "The file of " + what + " is not in the folder of recordings.");
    }
}
