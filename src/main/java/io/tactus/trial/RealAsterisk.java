package io.tactus.trial;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The real Asterisk of {@code asterisk/node} with the carrier and the phones of {@code asterisk/sipp}, on ports of its own. */
final class RealAsterisk implements AutoCloseable {
    private static final String NODE = "trial";

    private final Path home;
    private final Map<String, String> environment = new TreeMap<>();
    private final int amiPort;

    RealAsterisk(Path folder) throws IOException {
        Path shared =
                Path.of(System.getenv().getOrDefault("TACTUS_HOME", ".tactus")).toAbsolutePath();
        home = folder.toAbsolutePath().resolve("telephony");
        Files.createDirectories(home);
        run("asterisk/node", "setup");
        Path root = home.resolve("asterisk-root");
        if (!Files.exists(root)) {
            Files.createSymbolicLink(root, shared.resolve("asterisk-root").toRealPath());
        }
        amiPort = freeTcpPort();
        environment.put("TACTUS_HOME", home.toString());
        environment.put("TACTUS_NODE", NODE);
        environment.put("TACTUS_AMI_PORT", Integer.toString(amiPort));
        environment.put("TACTUS_HTTP_PORT", Integer.toString(freeTcpPort()));
        environment.put("TACTUS_SIP_PORT", freeUdpPort("127.0.0.1"));
        environment.put("TACTUS_CARRIER_PORT", freeUdpPort("127.0.0.2"));
        environment.put("TACTUS_PHONES_PORT", freeUdpPort("127.0.0.3"));
        environment.put("TACTUS_RTP_START", "32000");
        environment.put("TACTUS_RTP_END", "33999");
        run("asterisk/node", "start");
        run("asterisk/sipp", "start");
    }

    /** Properties of an engine that uses this Asterisk. */
    Map<String, String> properties() throws IOException {
        Properties secrets = new Properties();
        try (var in =
                Files.newInputStream(home.resolve("asterisk").resolve(NODE).resolve("secrets"))) {
            secrets.load(in);
        }
        Map<String, String> properties = new TreeMap<>();
        String node = "tactus.nodes.real.";
        properties.put(node + "port", Integer.toString(amiPort));
        properties.put(node + "events-secret", secrets.getProperty("AMI_EVENTS_SECRET"));
        properties.put(node + "actions-secret", secrets.getProperty("AMI_ACTIONS_SECRET"));
        properties.put(node + "trunks.carrier.lines", "100");
        properties.put(node + "trunks.carrier.calls-per-second", "20");
        properties.put("tactus.recordings", recordings().toString());
        return properties;
    }

    Path recordings() {
        return home.resolve("asterisk").resolve(NODE).resolve("recordings");
    }

    /** Lines of what the carrier did. */
    List<String> carrierLog() throws IOException {
        return Files.readAllLines(home.resolve("sipp").resolve("carrier.log"));
    }

    /** Lines of the node's own log. */
    List<String> nodeLog() throws IOException {
        return Files.readAllLines(
                home.resolve("asterisk").resolve(NODE).resolve("log").resolve("messages"));
    }

    @Override
    public void close() throws IOException {
        run("asterisk/sipp", "stop");
        run("asterisk/node", "stop");
    }

    private void run(String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        Path log = Files.createTempFile("asterisk", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(String.join(" ", command) + " failed: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + String.join(" ", command), e);
        }
        Files.delete(log);
    }

    private static int freeTcpPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String freeUdpPort(String address) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(address))) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
