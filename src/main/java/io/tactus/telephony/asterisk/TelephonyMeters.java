package io.tactus.telephony.asterisk;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tactus.telephony.NodeSettings;
import io.tactus.telephony.NodeStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Shows the adapter's figures to Prometheus, in the manner of the floor's. */
final class TelephonyMeters {
    private TelephonyMeters() {}

    static void bind(MeterRegistry registry, AsteriskTelephony telephony, List<NodeSettings> nodes) {
        TelephonyMetrics metrics = telephony.metrics();
        FunctionCounter.builder("tactus.telephony.events", metrics, TelephonyMetrics::events)
                .description("Events of the nodes")
                .tag("concerns", "engine")
                .register(registry);
        FunctionCounter.builder("tactus.telephony.events", metrics, TelephonyMetrics::foreignEvents)
                .description("Events of the nodes")
                .tag("concerns", "others")
                .register(registry);
        counter(registry, metrics, "actions", "Actions sent, pings included", TelephonyMetrics::actions);
        counter(
                registry,
                metrics,
                "action.timeouts",
                "Actions whose response did not come in time",
                TelephonyMetrics::timeouts);
        counter(registry, metrics, "connects", "Links made, the first one included", TelephonyMetrics::connects);
        counter(registry, metrics, "link.losses", "Links lost or thrown away", TelephonyMetrics::linkLosses);
        counter(
                registry,
                metrics,
                "event.overflows",
                "Times that more events came than could wait",
                TelephonyMetrics::overflows);
        counter(
                registry,
                metrics,
                "refused.inputs",
                "Inputs that the floor did not take",
                TelephonyMetrics::refusedInputs);
        for (NodeSettings node : nodes) {
            Gauge.builder("tactus.telephony.node.up", telephony, t -> up(t, node.name()))
                    .description("Whether the link to the node works: 1 or 0")
                    .tag("node", node.name())
                    .register(registry);
        }
        Timer bridged = Timer.builder("tactus.telephony.answer.to.bridge")
                .description("Time from the receipt of the answer's event to that of the second BridgeEnter")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(5))
                .register(registry);
        metrics.onBridged(nanos -> bridged.record(nanos, TimeUnit.NANOSECONDS));
    }

    private static void counter(
            MeterRegistry registry,
            TelephonyMetrics metrics,
            String name,
            String description,
            ToDoubleFunction<TelephonyMetrics> figure) {
        FunctionCounter.builder("tactus.telephony." + name, metrics, figure)
                .description(description)
                .register(registry);
    }

    private static double up(AsteriskTelephony telephony, String node) {
        return telephony.nodes().stream()
                        .filter(status -> status.node().equals(node))
                        .anyMatch(NodeStatus::up)
                ? 1
                : 0;
    }
}
