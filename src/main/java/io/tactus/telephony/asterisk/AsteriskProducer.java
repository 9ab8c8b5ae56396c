package io.tactus.telephony.asterisk;

import io.micrometer.core.instrument.MeterRegistry;
import io.tactus.platform.EngineClock;
import io.tactus.platform.TactusConfig;
import io.tactus.telephony.NodeSettings;
import io.tactus.telephony.NodeSettings.TrunkSettings;
import io.tactus.telephony.Telephony;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the telephony adapter from the configured nodes. */
class AsteriskProducer {
    @Produces
    @Singleton
    Telephony telephony(TactusConfig config, EngineClock clock, MeterRegistry registry) throws IOException {
        Path recordings = config.recordings()
                .orElse(config.home().resolve("recordings"))
                .toAbsolutePath()
                .normalize();
        Files.createDirectories(recordings);
        List<NodeSettings> nodes =
                config.nodes().entrySet().stream().map(AsteriskProducer::node).toList();
        requireUniqueTrunks(nodes);
        AsteriskTelephony telephony = new AsteriskTelephony(nodes, AsteriskSettings.usual(recordings), clock);
        TelephonyMeters.bind(registry, telephony, nodes);
        return telephony;
    }

    /** Limits are kept by the trunk's name: two of one name would share one limit on one node. */
    static void requireUniqueTrunks(List<NodeSettings> nodes) {
        Map<String, String> nodeOf = new HashMap<>();
        for (NodeSettings node : nodes) {
            for (TrunkSettings trunk : node.trunks()) {
                String other = nodeOf.put(trunk.name(), node.name());
                if (other != null) {
                    throw new IllegalStateException(
                            "tactus.nodes.%s.trunks and tactus.nodes.%s.trunks both name '%s': a trunk's name must be unique among all nodes, rename the endpoint on one of them"
                                    .formatted(other, node.name(), trunk.name()));
                }
            }
        }
    }

    private static NodeSettings node(Map.Entry<String, TactusConfig.Node> entry) {
        TactusConfig.Node node = entry.getValue();
        List<TrunkSettings> trunks = node.trunks().entrySet().stream()
                .map(trunk -> new TrunkSettings(
                        trunk.getKey(),
                        trunk.getValue().lines(),
                        trunk.getValue().callsPerSecond()))
                .toList();
        return new NodeSettings(
                entry.getKey(),
                node.host(),
                node.port(),
                node.eventsUser(),
                node.eventsSecret(),
                node.actionsUser(),
                node.actionsSecret(),
                trunks);
    }
}
