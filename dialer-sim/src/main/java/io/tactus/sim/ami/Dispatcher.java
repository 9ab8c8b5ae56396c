package io.tactus.sim.ami;

import io.tactus.sim.message.Message;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the action for a request, after checking that the session may ask. */
final class Dispatcher {
    private static final Set<String> BEFORE_LOGIN = Set.of("login", "challenge", "logoff");

    private final Map<String, Action> actions = new HashMap<>();

    void add(String name, Action action) {
        actions.put(name.toLowerCase(Locale.ROOT), action);
    }

    void handle(Session session, RequestReader.Parsed parsed) {
        var request = parsed.request();
        var exchange = new Exchange(session, request);
        var name = request.action();
        if (!parsed.problem().isEmpty()) {
            exchange.error(parsed.problem());
        } else if (name.isEmpty()) {
            exchange.error("Missing action in request");
        } else if (!session.authenticated && !BEFORE_LOGIN.contains(name)) {
            exchange.error("Permission denied");
        } else {
            actions.getOrDefault(name, Dispatcher::unknown).run(exchange);
        }
    }

    private static void unknown(Exchange exchange) {
        exchange.error("Invalid/unknown command: " + exchange.request().get("Action", "")
                + ". Use Action: ListCommands to show available commands.");
    }

    /** ListCommands: the names with a few words each. */
    void listCommands(Exchange exchange) {
        Message response = exchange.response("Success");
        actions.keySet().stream().sorted().forEach(name -> response.with(name, "simulated"));
        exchange.session().send(response);
    }
}
