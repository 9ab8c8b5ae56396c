package io.tactus.sim.ami;

import io.tactus.sim.pbx.Pbx;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.IntSupplier;

/** What a client asks about the server itself. */
final class SystemActions {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final IntSupplier calls;
    private final LocalDateTime started = LocalDateTime.now(ZoneId.systemDefault());

    SystemActions(IntSupplier calls) {
        this.calls = calls;
    }

    void addTo(Dispatcher dispatcher) {
        dispatcher.add("CoreSettings", this::coreSettings);
        dispatcher.add("CoreStatus", this::coreStatus);
        dispatcher.add("Command", this::command);
        dispatcher.add("ListCommands", dispatcher::listCommands);
    }

    private void coreSettings(Exchange exchange) {
        exchange.session()
                .send(exchange.response("Success")
                        .with("AMIversion", "11.0.0")
                        .with("AsteriskVersion", Pbx.VERSION)
                        .with("SystemName", "tactus-sim")
                        .with("CoreMaxCalls", 0)
                        .with("CoreMaxLoadAvg", "0.000000")
                        .with("CoreRunUser", "")
                        .with("CoreRunGroup", "")
                        .with("CoreMaxFilehandles", 0)
                        .with("CoreRealTimeEnabled", "No")
                        .with("CoreCDRenabled", "No")
                        .with("CoreHTTPenabled", "No")
                        .with("SoundsSearchCustomDir", "No"));
    }

    private void coreStatus(Exchange exchange) {
        exchange.session()
                .send(exchange.response("Success")
                        .with("CoreStartupDate", DATE.format(started))
                        .with("CoreStartupTime", TIME.format(started))
                        .with("CoreReloadDate", DATE.format(started))
                        .with("CoreReloadTime", TIME.format(started))
                        .with("CoreCurrentCalls", calls.getAsInt())
                        .with("CoreProcessedCalls", 0));
    }

    private void command(Exchange exchange) {
        var command = exchange.request().get("Command", "");
        var known = command.equals("core show version");
        var output = known
                ? "Asterisk " + Pbx.VERSION + " built by tactus @ simulated on a simulated running Java"
                : "No such command '" + command + "' (type 'core show help " + command
                        + "' for other possible commands)";
        exchange.session()
                .send(exchange.response(known ? "Success" : "Error")
                        .with("Message", "Command output follows")
                        .with("Output", output));
    }
}
