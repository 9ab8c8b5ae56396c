package io.tactus.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** A person who uses the engine's REST interface as the web page does: logged in, with a session's cookie. */
public final class RestClient {
    private static final String BOUNDARY = "tactus-boundary-7d1f0c2b";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final String base;
    private final Optional<String> token;

    /** Logs in. @param base for example {@code http://127.0.0.1:8080} */
    public RestClient(String base, String user, String password) throws IOException {
        this.base = base;
        this.token = Optional.empty();
        post("/api/session", Map.of("username", user, "password", password));
    }

    /** A program with an API token, which needs no log-in. */
    public RestClient(String base, String token) {
        this.base = base;
        this.token = Optional.of(token);
    }

    /** Sends the body as JSON; answers what came back. */
    public JsonNode post(String path, Object body) throws IOException {
        return send(
                "POST", path, "application/json", HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    /** Replaces what stands there. */
    public JsonNode put(String path, Object body) throws IOException {
        return send(
                "PUT", path, "application/json", HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    /** Reads what stands there. */
    public JsonNode get(String path) throws IOException {
        return send("GET", path, "application/json", HttpRequest.BodyPublishers.ofByteArray(new byte[0]));
    }

    /** Uploads a file as a form's field {@code file}; it is read as it is sent. */
    public JsonNode upload(String path, Path file) throws IOException {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + file.getFileName().toString().replaceAll("[\"\\\\\r\n]", "_")
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofByteArray(head),
                        HttpRequest.BodyPublishers.ofFile(file),
                        HttpRequest.BodyPublishers.ofByteArray(tail)),
                head.length + Files.size(file) + tail.length);
        return send("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body);
    }

    /** Reads what stands there into a file, as it comes; a refusal leaves the file as it was. @param accept the media type that is wanted */
    public void download(String path, String accept, Path file) throws IOException {
        HttpRequest request = request(path).header("Accept", accept).GET().build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() >= 300) {
                    throw refused("GET", path, response.statusCode(), body.readAllBytes());
                }
                Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("X-Tactus", "1");
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private static IllegalStateException refused(String method, String path, int status, byte[] body) {
        return new IllegalStateException(
                "%s %s: %d %s".formatted(method, path, status, new String(body, StandardCharsets.UTF_8)));
    }

    private JsonNode send(String method, String path, String type, HttpRequest.BodyPublisher body) throws IOException {
        HttpRequest request =
                request(path).header("Content-Type", type).method(method, body).build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw refused(method, path, response.statusCode(), response.body());
            }
            return response.body().length == 0 ? json.createObjectNode() : json.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The object as a tree that may be changed. */
    public ObjectNode tree(Object value) {
        return json.valueToTree(value);
    }
}
