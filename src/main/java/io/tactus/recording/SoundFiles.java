package io.tactus.recording;

import io.tactus.platform.TactusConfig;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of sounds that engine and Asterisk share: what Asterisk records, and prompts. */
@ApplicationScoped
public class SoundFiles {
    private final Path folder;

    SoundFiles(TactusConfig config) {
        this.folder = config.recordings()
                .orElseGet(() -> config.home().resolve("recordings"))
                .toAbsolutePath()
                .normalize();
    }

    /** The folder of prompts, which the engine writes and Asterisk reads at the same path. */
    public Path prompts() {
        return folder.resolve("prompts");
    }

    /** Deletes the file of this name; it may be gone already. @throws IOException when it is there and cannot be deleted, or does not lie in the folder */
    void delete(String name) throws IOException {
        Path file = path(name);
        Path parent = file.getParent();
        if (parent == null || !file.startsWith(folder)) {
            throw new IOException("not in the folder of recordings");
        }
        if (!Files.exists(parent)) {
            return;
        }
        if (!parent.toRealPath().startsWith(folder.toRealPath())) {
            throw new IOException("not in the folder of recordings");
        }
        Files.deleteIfExists(file);
    }

    private Path path(String name) {
        boolean complete = name.endsWith(".wav") || name.endsWith(Sound.BARE);
        return folder.resolve(complete ? name : name + ".wav").normalize();
    }

    /**
     * The sound in the file of this name. What the database names must lie in the folder, links resolved: a row that somebody forged must not open
     * another file.
     *
     * @param what what is looked for, for the refusal's words
     */
    public Sound get(String name, String what) {
        Path file = path(name);
        try {
            if (file.startsWith(folder)
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(folder.toRealPath())) {
                return Sound.of(file);
            }
        } catch (IOException e) {
            throw ProblemException.of(404, "The file of " + what + " cannot be read: " + e.getMessage());
        }
        throw ProblemException.of(404, "The file of " + what + " is not in the folder of recordings.");
    }
}
