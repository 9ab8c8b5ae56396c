package io.tactus.telephony.asterisk;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The real Asterisk of {@code asterisk/node} and the carrier and phones of {@code asterisk/sipp}, on ports of their own. */
final class LoopbackAsterisk implements AsteriskUnderTest {
    private final Path repository = Path.of("..").toAbsolutePath().normalize();
    private final Map<String, String> environment = new HashMap<>();
    private final int amiPort = freeTcpPort();
    private final int httpPort = freeTcpPort();
    private final Path state;
    private final Properties secrets = new Properties();

    /** What other runs have logged: an engine of its own counts its calls from 1 again. */
    private final int logBefore;

    LoopbackAsterisk() {
        Path shared = Path.of(System.getenv()
                .getOrDefault("TACTUS_HOME", repository.resolve(".tactus").toString()));
        Path home = shared.resolve("conformance");
        run("asterisk/node", "setup");
        try {
            Files.createDirectories(home);
            Path root = home.resolve("asterisk-root");
            if (!Files.exists(root)) {
                Files.createSymbolicLink(root, shared.resolve("asterisk-root").toRealPath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.put("TACTUS_HOME", home.toString());
        environment.put("TACTUS_NODE", "conformance");
        environment.put("TACTUS_AMI_PORT", Integer.toString(amiPort));
        environment.put("TACTUS_HTTP_PORT", Integer.toString(httpPort));
        environment.put("TACTUS_SIP_PORT", freeUdpPort("127.0.0.1"));
        environment.put("TACTUS_CARRIER_PORT", freeUdpPort("127.0.0.2"));
        environment.put("TACTUS_PHONES_PORT", freeUdpPort("127.0.0.3"));
        environment.put("TACTUS_RTP_START", "30000");
        environment.put("TACTUS_RTP_END", "31999");
        state = home.resolve("asterisk").resolve("conformance");
        logBefore = log().length();
        run("asterisk/node", "start");
        run("asterisk/sipp", "stop");
        run("asterisk/sipp", "start");
        try (var in = Files.newInputStream(state.resolve("secrets"))) {
            secrets.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String log() {
        Path file = state.resolve("log").resolve("messages");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this machine can run it: it needs root and a Debian-like system. */
    static boolean possible() {
        return Boolean.parseBoolean(System.getProperty("tactus.real-asterisk", "true"))
                && "root".equals(System.getProperty("user.name"))
                && Files.exists(Path.of("/etc/debian_version"));
    }

    @Override
    public int port() {
        return amiPort;
    }

    @Override
    public String eventsUser() {
        return "tactus-events";
    }

    @Override
    public String eventsSecret() {
        return secrets.getProperty("AMI_EVENTS_SECRET");
    }

    @Override
    public String actionsUser() {
        return "tactus-actions";
    }

    @Override
    public String actionsSecret() {
        return secrets.getProperty("AMI_ACTIONS_SECRET");
    }

    /** Port of the WebSocket for browsers. */
    int httpPort() {
        return httpPort;
    }

    String browserSecret() {
        return secrets.getProperty("BROWSER_SECRET");
    }

    /** RTP packets that Asterisk sent to a customer and received from there; waits for the call's end. */
    Media mediaOf(long callId) {
        Pattern line = Pattern.compile("media channel=tct-c-" + callId + "\\. sent=(\\d+) received=(\\d+)");
        return await().until(
                        () -> line.matcher(log().substring(logBefore))
                                .results()
                                .findFirst()
                                .map(found ->
                                        new Media(Long.parseLong(found.group(1)), Long.parseLong(found.group(2)))),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The same of everybody who called or was called since the start, save for those of {@link #mediaOf}. */
    List<Media> mediaOfCallers() {
        return Pattern.compile("media channel=(?!tct-)[^ ]+ sent=(\\d+) received=(\\d+)")
                .matcher(log().substring(logBefore))
                .results()
                .map(found -> new Media(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))))
                .toList();
    }

    /** What callers have met, a line each; those of earlier runs included. */
    String callersTell() {
        try {
            Path file = state.getParent().getParent().resolve("sipp").resolve("caller.log");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RTP packets of a customer's channel, as Asterisk counts them. */
    record Media(long sent, long received) {}

    @Override
    public Path recordings() {
        return state.resolve("recordings");
    }

    @Override
    public void callIn(String number, String caller, Duration talk) {
        run("asterisk/sipp", "call", number, caller, Long.toString(talk.toMillis()));
    }

    @Override
    public void restart() {
        run("asterisk/node", "kill");
        run("asterisk/node", "start");
    }

    @Override
    public void close() {
        run("asterisk/sipp", "stop");
        run("asterisk/node", "stop");
    }

    private void run(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.set(0, repository.resolve(command[0]).toString());
        try {
            Path log = Files.createTempFile("asterisk", ".log");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(repository.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(String.join(" ", command) + " failed: " + Files.readString(log));
            }
            Files.delete(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + String.join(" ", command), e);
        }
    }

    private static int freeTcpPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String freeUdpPort(String address) {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(address))) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
