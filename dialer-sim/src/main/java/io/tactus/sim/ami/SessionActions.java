package io.tactus.sim.ami;

import io.tactus.sim.message.EventClass;
import io.tactus.sim.message.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** Logging in and out, and which events a session wants. */
final class SessionActions {
    private static final Set<String> ALL = Set.of("on", "true", "yes", "1", "all", "-1");

    private final String user;
    private final String secret;
    private final SecureRandom random = new SecureRandom();
    private final long startedNanos = System.nanoTime();

    SessionActions(String user, String secret) {
        this.user = user;
        this.secret = secret;
    }

    void addTo(Dispatcher dispatcher) {
        dispatcher.add("Challenge", this::challenge);
        dispatcher.add("Login", this::login);
        dispatcher.add("Logoff", this::logoff);
        dispatcher.add("Events", this::events);
        dispatcher.add("Ping", this::ping);
    }

    private void challenge(Exchange exchange) {
        if (!exchange.request().get("AuthType", "").equalsIgnoreCase("MD5")) {
            exchange.error("Must specify AuthType");
            return;
        }
        var challenge = Integer.toString(random.nextInt(100_000_000, 1_000_000_000));
        exchange.session().challenge = challenge;
        exchange.session().send(exchange.response("Success").with("Challenge", challenge));
    }

    private void login(Exchange exchange) {
        var session = exchange.session();
        if (session.authenticated) {
            exchange.success("Already authenticated");
            return;
        }
        if (!exchange.request().get("Username", "").equalsIgnoreCase(user) || !secretMatches(exchange)) {
            exchange.error("Authentication failed");
            session.closeGracefully();
            return;
        }
        session.loggedIn();
        exchange.find("Events").ifPresent(mask -> setMask(session, mask));
        exchange.success("Authentication accepted");
        if (session.wanted.contains(EventClass.SYSTEM)) {
            var uptime = (System.nanoTime() - startedNanos) / 1_000_000_000L;
            session.send(Message.event("FullyBooted", EventClass.SYSTEM)
                    .with("Uptime", uptime)
                    .with("LastReload", uptime)
                    .with("Status", "Fully Booted"));
        }
    }

    private void logoff(Exchange exchange) {
        exchange.session().send(exchange.response("Goodbye").with("Message", "Thanks for all the fish."));
        exchange.session().closeGracefully();
    }

    private void events(Exchange exchange) {
        var session = exchange.session();
        setMask(session, exchange.request().get("EventMask", "on"));
        session.send(exchange.response("Success").with("Events", session.wanted.isEmpty() ? "Off" : "On"));
    }

    private void ping(Exchange exchange) {
        var now = System.currentTimeMillis();
        var timestamp = String.format(Locale.ROOT, "%d.%03d000", now / 1000, now % 1000);
        exchange.session()
                .send(exchange.response("Success").with("Ping", "Pong").with("Timestamp", timestamp));
    }

    private boolean secretMatches(Exchange exchange) {
        var challenge = exchange.session().challenge;
        if (exchange.request().get("AuthType", "").equalsIgnoreCase("MD5")) {
            return challenge != null
                    && equal(md5(challenge + secret), exchange.request().get("Key", ""));
        }
        return equal(secret, exchange.request().get("Secret", ""));
    }

    private static void setMask(Session session, String mask) {
        session.wanted.clear();
        var words = mask.toLowerCase(Locale.ROOT).split("[,\\s]+");
        if (Arrays.stream(words).anyMatch(ALL::contains)) {
            session.wanted.addAll(EnumSet.allOf(EventClass.class));
        }
        for (var eventClass : EventClass.values()) {
            if (Arrays.asList(words).contains(eventClass.word())) {
                session.wanted.add(eventClass);
            }
        }
    }

    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
