package io.tactus.sim.ami;

import io.tactus.sim.message.Message;
import io.tactus.sim.message.Request;
import java.util.Optional;

/** One action and the means to answer it. */
record Exchange(Session session, Request request) {

    /** A response to this action, still to be filled and sent. */
    Message response(String outcome) {
        return Message.response(outcome, request.actionId());
    }

    void success(String message) {
        session.send(response("Success").with("Message", message));
    }

    void error(String message) {
        session.send(response("Error").with("Message", message));
    }

    /** Begins a list: its response, before the items. */
    void listBegins(String message) {
        session.send(response("Success").with("EventList", "start").with("Message", message));
    }

    Message item(String name) {
        return Message.item(name, request.actionId());
    }

    void listEnds(String name, int items) {
        session.send(item(name).with("EventList", "Complete").with("ListItems", items));
    }

    Optional<String> find(String key) {
        return request.find(key);
    }
}
