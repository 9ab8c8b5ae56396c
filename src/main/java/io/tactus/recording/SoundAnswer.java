package io.tactus.recording;

import io.tactus.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A sound as an HTTP answer, whole or in part. */
public final class SoundAnswer {
    private static final int CHUNK_BYTES = 1 << 16;

    private SoundAnswer() {}

    /** The sound under its own name, for the disk of whoever asks. */
    public static Response toKeep(Sound sound) {
        return answer(200, sound, 0, sound.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + sound.name() + "\"")
                .build();
    }

    /** The sound, or the one range of its bytes that the header asks for. */
    public static Response of(Sound sound, @Nullable String range) {
        long size = sound.bytes();
        if (range == null) {
            return answer(200, sound, 0, size).build();
        }
        ByteRange part = ByteRange.parse(range, size)
                .orElseThrow(
                        () -> ProblemException.of(416, "The file has " + size + " bytes; ask for one range of them."));
        return answer(206, sound, part.first(), part.length())
                .header("Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), size))
                .build();
    }

    private static Response.ResponseBuilder answer(int status, Sound sound, long first, long length) {
        StreamingOutput body = out -> {
            byte[] chunk = new byte[CHUNK_BYTES];
            try (InputStream in = sound.open(first)) {
                long left = length;
                int read = 0;
                while (left > 0 && read >= 0) {
                    read = in.read(chunk, 0, (int) Math.min(chunk.length, left));
                    if (read > 0) {
                        out.write(chunk, 0, read);
                        left -= read;
                    }
                }
            }
        };
        return Response.status(status)
                .entity(body)
                .type("audio/wav")
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .header("Accept-Ranges", "bytes");
    }
}
