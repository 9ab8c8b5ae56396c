package io.tactus.sim.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One AMI message to a client, response or event: fields in order, no line break inside a value. Built by one thread. */
public final class Message {
    private static final String LINE_END = "\r\n";

    private final StringBuilder text = new StringBuilder(512);
    private final String name;
    private final EventClass eventClass;

    private Message(String kind, String name, EventClass eventClass) {
        this.name = name;
        this.eventClass = eventClass;
        with(kind, name);
    }

    /** An event that only sessions which want its class receive. */
    public static Message event(String name, EventClass eventClass) {
        var event = new Message("Event", name, eventClass);
        return event.with("Privilege", eventClass.privilege());
    }

    /** An item of a list: an event that answers one action and goes to its session alone. */
    public static Message item(String name, Optional<String> actionId) {
        var item = new Message("Event", name, EventClass.CALL);
        actionId.ifPresent(id -> item.with("ActionID", id));
        return item;
    }

    /** The response to an action; the id is the client's own and comes second. */
    public static Message response(String outcome, Optional<String> actionId) {
        var response = new Message("Response", outcome, EventClass.SYSTEM);
        actionId.ifPresent(id -> response.with("ActionID", id));
        return response;
    }

    /** Adds a field; line breaks in the value become spaces. */
    public Message with(String key, Object value) {
        text.append(key).append(": ");
        var string = value.toString();
        for (var i = 0; i < string.length(); i++) {
            var c = string.charAt(i);
            text.append(c == '\r' || c == '\n' ? ' ' : c);
        }
        text.append(LINE_END);
        return this;
    }

    /** The event's or response's name. */
    public String name() {
        return name;
    }

    /** Which sessions get it, if it is an event. */
    public EventClass eventClass() {
        return eventClass;
    }

    /** What goes over the wire, closing blank line included. */
    public byte[] encode() {
        return (text + LINE_END).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
