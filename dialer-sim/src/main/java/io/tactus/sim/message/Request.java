package io.tactus.sim.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An action as a client sent it: keys are compared without regard to case, and a key may come several times. */
public final class Request {
    private record Header(String key, String value) {}

    private final List<Header> headers = new ArrayList<>();

    /** Adds one header line, already split. */
    public void add(String key, String value) {
        headers.add(new Header(key, value));
    }

    /** How many header lines there are. */
    public int size() {
        return headers.size();
    }

    /** The first value of the key; empty when missing or blank, which AMI does not tell apart. */
    public Optional<String> find(String key) {
        return headers.stream()
                .filter(header -> header.key().equalsIgnoreCase(key))
                .map(Header::value)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The first value of the key, or what to take instead. */
    public String get(String key, String otherwise) {
        return find(key).orElse(otherwise);
    }

    /** All values of the key, in order. */
    public List<String> list(String key) {
        return headers.stream()
                .filter(header -> header.key().equalsIgnoreCase(key))
                .map(Header::value)
                .toList();
    }

    /** The action's name in lower case; empty when there is none. */
    public String action() {
        return get("Action", "").toLowerCase(Locale.ROOT);
    }

    /** The client's mark on the action, to be repeated in every answer. */
    public Optional<String> actionId() {
        return find("ActionID");
    }
}
