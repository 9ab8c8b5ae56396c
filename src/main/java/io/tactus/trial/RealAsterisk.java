package io.tactus.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Real Asterisks of {@code asterisk/node} with the carrier and the phones of {@code asterisk/sipp}, on ports of their own. */
final class RealAsterisk implements AutoCloseable {
    private static final int RTP_START = 32_000;
    private static final int RTP_PORTS = 1_000;

    private final Path home;
    private final Size size;
    private final Map<String, String> shared = new TreeMap<>();
    private final List<Node> nodes = new ArrayList<>();

    /** One Asterisk. @param name in the engine's configuration @param trunk the carrier's name there */
    private record Node(String name, String trunk, Path state, int amiPort, Map<String, String> environment) {}

    /**
     * How much there is of it.
     *
     * @param nodes Asterisks
     * @param phones agents' phones
     * @param lines of each trunk
     * @param callsPerSecond on each trunk
     */
    record Size(int nodes, int phones, int lines, int callsPerSecond) {
        /** So many nodes with the ten phones and the trunks of a small trial. */
        static Size small(int nodes) {
            return new Size(nodes, 10, 100, 20);
        }
    }

    RealAsterisk(Path folder, Size size) throws IOException {
        this.size = size;
        Path root =
                Path.of(System.getenv().getOrDefault("TACTUS_HOME", ".tactus")).toAbsolutePath();
        home = folder.toAbsolutePath().resolve("telephony");
        Files.createDirectories(home);
        run(Map.of(), "asterisk/node", "setup");
        Path link = home.resolve("asterisk-root");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, root.resolve("asterisk-root").toRealPath());
        }
        shared.put("TACTUS_HOME", home.toString());
        shared.put("TACTUS_PHONES", Integer.toString(size.phones()));
        shared.put("TACTUS_CARRIER_PORT", freeUdpPort("127.0.0.2"));
        shared.put("TACTUS_PHONES_PORT", freeUdpPort("127.0.0.3"));
        for (int i = 1; i <= size.nodes(); i++) {
            nodes.add(node(i));
            start(i);
        }
        run(shared, "asterisk/sipp", "start");
    }

    private Node node(int number) throws IOException {
        String ending = number == 1 ? "" : "-" + number;
        int rtpStart = RTP_START + (number - 1) * RTP_PORTS;
        int amiPort = freeTcpPort();
        Map<String, String> environment = new TreeMap<>(shared);
        environment.put("TACTUS_NODE", "trial" + ending);
        environment.put("TACTUS_AMI_PORT", Integer.toString(amiPort));
        environment.put("TACTUS_HTTP_PORT", Integer.toString(freeTcpPort()));
        environment.put("TACTUS_SIP_PORT", freeUdpPort("127.0.0.1"));
        environment.put("TACTUS_RTP_START", Integer.toString(rtpStart));
        environment.put("TACTUS_RTP_END", Integer.toString(rtpStart + RTP_PORTS - 1));
        Path state = home.resolve("asterisk").resolve("trial" + ending);
        // Its log outlives a trial, and attempts are numbered anew in each: an old line would vouch for the sound of a
        // new call.
        Files.deleteIfExists(home.resolve("asterisk-root/var/log/tactus/trial" + ending + "/messages"));
        return new Node("real" + ending, "carrier" + ending, state, amiPort, environment);
    }

    /** Properties of an engine that uses these Asterisks. */
    Map<String, String> properties() throws IOException {
        Map<String, String> properties = new TreeMap<>();
        for (Node node : nodes) {
            Properties secrets = new Properties();
            try (var in = Files.newInputStream(node.state().resolve("secrets"))) {
                secrets.load(in);
            }
            String prefix = "tactus.nodes." + node.name() + ".";
            properties.put(prefix + "port", Integer.toString(node.amiPort()));
            properties.put(prefix + "events-secret", secrets.getProperty("AMI_EVENTS_SECRET"));
            properties.put(prefix + "actions-secret", secrets.getProperty("AMI_ACTIONS_SECRET"));
            properties.put(prefix + "trunks." + node.trunk() + ".lines", Integer.toString(size.lines()));
            properties.put(
                    prefix + "trunks." + node.trunk() + ".calls-per-second", Integer.toString(size.callsPerSecond()));
        }
        properties.put(
                "tactus.recordings",
                nodes.getFirst().state().resolve("recordings").toString());
        return properties;
    }

    /** Starts the node of this number, from 1. */
    void start(int number) throws IOException {
        run(nodes.get(number - 1).environment(), "asterisk/node", "start");
    }

    /** kill -9. */
    void kill(int number) throws IOException {
        run(nodes.get(number - 1).environment(), "asterisk/node", "kill");
    }

    /** Lines of what the carrier did. */
    List<String> carrierLog() throws IOException {
        return Files.readAllLines(home.resolve("sipp").resolve("carrier.log"));
    }

    /** Lines of the nodes' own logs. */
    List<String> nodeLog() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Node node : nodes) {
            lines.addAll(Files.readAllLines(node.state().resolve("log").resolve("messages")));
        }
        return lines;
    }

    /** Whether the process of the first node lives. */
    boolean lives() {
        return Files.exists(processOf(pidFile()));
    }

    /** Resident memory of the first node; 0 when its process is gone. */
    long nodeMegabytes() throws IOException {
        return residentMegabytes(pidFile());
    }

    private Path pidFile() {
        String name = nodes.getFirst().state().getFileName().toString();
        return home.resolve("asterisk-root/run/tactus").resolve(name).resolve("asterisk.pid");
    }

    /** Resident memory of the carrier and the phones. */
    long sippMegabytes() throws IOException {
        Path sipp = home.resolve("sipp");
        return residentMegabytes(sipp.resolve("carrier.pid")) + residentMegabytes(sipp.resolve("phones.pid"));
    }

    private static Path processOf(Path pidFile) {
        try {
            return Path.of("/proc", Files.readString(pidFile).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("expected the number of a process in " + pidFile, e);
        }
    }

    private static long residentMegabytes(Path pidFile) throws IOException {
        Path status = processOf(pidFile).resolve("status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    @Override
    public void close() throws IOException {
        run(shared, "asterisk/sipp", "stop");
        for (Node node : nodes) {
            run(node.environment(), "asterisk/node", "stop");
        }
    }

    private static void run(Map<String, String> environment, String... command) throws IOException {
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
