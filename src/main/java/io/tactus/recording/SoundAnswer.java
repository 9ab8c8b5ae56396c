package io.tactus.recording;

import io.tactus.problem.ProblemException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.resteasy.reactive.PathPart;
import org.jspecify.annotations.Nullable;

/** A sound file as an HTTP answer, whole or in part. */
public final class SoundAnswer {
    private SoundAnswer() {}

    /** The file under its own name, for the disk of whoever asks. */
    public static Response toKeep(Path file) {
        return Response.ok(file.toFile())
                .type("audio/wav")
                .header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"")
                .build();
    }

    /** The file, or the one range of its bytes that the header asks for. */
    public static Response of(Path file, @Nullable String range) throws IOException {
        long size = Files.size(file);
        Response.ResponseBuilder answer = Response.ok().type("audio/wav").header("Accept-Ranges", "bytes");
        if (range == null) {
            return answer.entity(new PathPart(file, 0, size)).build();
        }
        ByteRange part = ByteRange.parse(range, size)
                .orElseThrow(
                        () -> ProblemException.of(416, "The file has " + size + " bytes; ask for one range of them."));
        return answer.status(206)
                .header("Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), size))
                .entity(new PathPart(file, part.first(), part.length()))
                .build();
    }
}
