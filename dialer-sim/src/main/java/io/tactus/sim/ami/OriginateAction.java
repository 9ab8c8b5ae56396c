package io.tactus.sim.ami;

import io.tactus.sim.pbx.OriginateRequest;
import io.tactus.sim.pbx.Pbx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The Originate action: asynchronous as a dialer uses it, or answered when the dial is over. */
final class OriginateAction implements Action {
    private static final String UNKNOWN = "<unknown>";
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern CALLER_ID = Pattern.compile("\\s*\"?(?<name>[^\"<]*?)\"?\\s*<(?<number>[^>]*)>\\s*");
    private static final Set<String> TRUE = Set.of("true", "yes", "1", "on", "y", "t");

    private final Pbx pbx;

    OriginateAction(Pbx pbx) {
        this.pbx = pbx;
    }

    @Override
    public void run(Exchange exchange) {
        var channel = exchange.find("Channel");
        var timeout = exchange.request().get("Timeout", Long.toString(USUAL_TIMEOUT.toMillis()));
        if (channel.isEmpty()) {
            exchange.error("Channel not specified");
        } else if (channel.get().startsWith("Local/")) {
            // Sets a password or carries a supervisor's voice: here is neither a SIP stack nor sound.
            exchange.success("Originate successfully queued");
        } else if (!channel.get().startsWith("PJSIP/") || channel.get().length() < 7) {
            exchange.error("Invalid channel");
        } else if (!timeout.matches("\\d{1,9}")) {
            exchange.error("Invalid timeout");
        } else if (!pbx.knowsContext(exchange.request().get("Context", ""))
                || !exchange.request().get("Exten", "s").equals("s")) {
            exchange.error("Extension does not exist.");
        } else {
            var asynchronous = TRUE.contains(exchange.request().get("Async", "").toLowerCase(Locale.ROOT));
            if (asynchronous) {
                exchange.success("Originate successfully queued");
            }
            pbx.originate(request(exchange, channel.get().substring("PJSIP/".length()), timeout), answered -> {
                if (!asynchronous && answered) {
                    exchange.success("Originate successfully queued");
                } else if (!asynchronous) {
                    exchange.error("Originate failed");
                }
            });
        }
    }

    private static OriginateRequest request(Exchange exchange, String dialString, String timeout) {
        var callerId = exchange.request().get("CallerID", "");
        var parts = CALLER_ID.matcher(callerId);
        var named = parts.matches();
        return new OriginateRequest(
                dialString,
                exchange.request().actionId(),
                exchange.find("ChannelId"),
                orUnknown(named ? parts.group("number") : callerId),
                orUnknown(named ? parts.group("name") : ""),
                exchange.request().get("Context", ""),
                Duration.ofMillis(Long.parseLong(timeout)),
                variables(exchange));
    }

    private static Map<String, String> variables(Exchange exchange) {
        var variables = new HashMap<String, String>();
        for (var line : exchange.request().list("Variable")) {
            for (var assignment : line.split(",", -1)) {
                var pair = assignment.split("=", 2);
                variables.put(pair[0].strip(), pair.length > 1 ? pair[1] : "");
            }
        }
        return variables;
    }

    private static String orUnknown(String value) {
        return Optional.of(value.strip()).filter(text -> !text.isEmpty()).orElse(UNKNOWN);
    }
}
