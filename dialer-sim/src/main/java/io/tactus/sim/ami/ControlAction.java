package io.tactus.sim.ami;

import io.tactus.sim.fault.EventFaults;
import io.tactus.sim.fault.Faults;
import io.tactus.sim.message.Request;
import io.tactus.sim.world.Script;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one action that no real Asterisk has: {@code TactusSimControl}, to make trouble from outside. Its field {@code Fault} is one
 * of cut, restart (RefuseMs), freeze (Ms), events (Lost, Doubled, Delayed, Reordered, DelayMs),
 * trunk (Trunk, FailureRate), hangup (Number), phone (Number, Registered), script (Number, Behaviour), call (Trunk, Number, Caller, Behaviour): somebody calls in.
 */
final class ControlAction implements Action {
    /** After a cut or in a freeze there is no way to send the response any more. */
    private static final int RESPONSE_FIRST_MILLIS = 20;

    private final Faults faults;

    ControlAction(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void run(Exchange exchange) {
        var request = exchange.request();
        try {
            var fault = prepare(request);
            exchange.success("Simulator will do so");
            CompletableFuture.delayedExecutor(RESPONSE_FIRST_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(fault);
        } catch (IllegalArgumentException e) {
            exchange.error("TactusSimControl: " + e.getMessage());
        }
    }

    private Runnable prepare(Request request) {
        var name = request.get("Fault", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "cut" -> with(milliseconds(request, "RefuseMs"), faults::cutConnections);
            case "restart" -> with(milliseconds(request, "RefuseMs"), faults::restart);
            case "freeze" -> with(milliseconds(request, "Ms"), faults::freeze);
            case "events" -> with(eventFaults(request), faults::events);
            case "trunk" -> {
                var rate = number(request, "FailureRate");
                yield with(require(request, "Trunk"), trunk -> faults.trunk(trunk, rate));
            }
            case "hangup" -> with(require(request, "Number"), faults::hangUp);
            case "phone" -> {
                var registered = Boolean.parseBoolean(request.get("Registered", "true"));
                yield with(require(request, "Number"), endpoint -> faults.phone(endpoint, registered));
            }
            case "script" -> {
                var behaviour = require(request, "Behaviour");
                Script.fate(behaviour);
                yield with(require(request, "Number"), number -> faults.script(number, behaviour));
            }
            case "call" -> {
                var trunk = require(request, "Trunk");
                var number = require(request, "Number");
                var caller = request.get("Caller", "");
                var behaviour = require(request, "Behaviour");
                Script.fate(behaviour);
                yield () -> faults.callIn(trunk, number, caller, behaviour);
            }
            default ->
                throw new IllegalArgumentException("unknown Fault \"" + name
                        + "\"; known: cut, restart, freeze, events, trunk, hangup, phone, script, call");
        };
    }

    private static EventFaults eventFaults(Request request) {
        return new EventFaults(
                number(request, "Lost"),
                number(request, "Doubled"),
                number(request, "Delayed"),
                number(request, "Reordered"),
                milliseconds(request, "DelayMs"));
    }

    private static <T> Runnable with(T value, Consumer<T> fault) {
        return () -> fault.accept(value);
    }

    private static String require(Request request, String key) {
        return request.find(key).orElseThrow(() -> new IllegalArgumentException("the field " + key + " is missing"));
    }

    private static Duration milliseconds(Request request, String key) {
        return Duration.ofMillis((long) number(request, key));
    }

    private static double number(Request request, String key) {
        try {
            return Double.parseDouble(request.get(key, "0"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the field " + key + " needs a number", e);
        }
    }
}
