package io.tactus.sim.ami;

import io.tactus.sim.message.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads actions from whatever a client sends, within Asterisk's limits: 1,024 bytes a line, 128 lines a message. */
final class RequestReader {
    private static final int MAX_LINE = 1024;
    private static final int MAX_HEADERS = 128;
    private static final int MAX_SKIPPED = 1 << 20;

    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /** What came, and what is wrong with it: the empty string when nothing is. */
    record Parsed(Request request, String problem) {}

    /** The next message; null at the end of the stream or when the client sends rubbish without end. */
    @Nullable
    Parsed next() throws IOException {
        var request = new Request();
        var problem = "";
        var lines = 0;
        while (true) {
            var line = line();
            if (line == null) {
                return null;
            }
            if (line.isEmpty()) {
                return new Parsed(request, problem);
            }
            if (line.length() > MAX_LINE) {
                problem = "Failed to parse message: line too long";
            } else if (++lines > MAX_HEADERS) {
                problem = "Too many lines in message or allocation failure";
            } else {
                addHeader(request, line);
            }
            if (lines > MAX_SKIPPED) {
                return null;
            }
        }
    }

    private static void addHeader(Request request, String line) {
        var colon = line.indexOf(':');
        if (colon > 0) {
            request.add(
                    line.substring(0, colon).strip(), line.substring(colon + 1).stripLeading());
        }
    }

    /** One line without its end; one character more than allowed stands for any length above. */
    private @Nullable String line() throws IOException {
        var bytes = new ByteArrayOutputStream(80);
        for (var length = 0; length < MAX_SKIPPED; length++) {
            var b = in.read();
            if (b < 0) {
                return null;
            }
            if (b == '\n') {
                var line = bytes.toString(StandardCharsets.UTF_8);
                return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            }
            if (bytes.size() <= MAX_LINE + 1) {
                bytes.write(b);
            }
        }
        return null;
    }
}
