package io.tactus.wallboard.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.websockets.next.WebSocketConnection;
import io.tactus.dialing.EffectListener;
import io.tactus.floor.effect.Effect;
import io.tactus.platform.EngineClock;
import io.tactus.wallboard.events.FloorEvent.Numbered;
import io.tactus.wallboard.events.FloorEvent.Opened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Hands every event of the floor to the clients that want it. The floor's thread only puts it into their queues. */
@ApplicationScoped
class FloorEvents implements EffectListener {
    private final EventReader reader = new EventReader();
    private final Map<WebSocketConnection, EventClient> clients = new ConcurrentHashMap<>();
    private final ObjectMapper json;
    private final EngineClock clock;

    FloorEvents(ObjectMapper json, EngineClock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Synchronised with {@link #add}, so that a client misses nothing between its first message and its first event. */
    @Override
    public synchronized void on(Effect effect) {
        reader.read(effect).ifPresent(event -> clients.values().forEach(client -> client.offer(event)));
    }

    synchronized void add(WebSocketConnection connection, EventFilter filter) {
        EventClient client = new EventClient(connection, filter, json);
        Opened opened = new Opened();
        client.begin(new Numbered(reader.last(), opened.type(), clock.instant(), opened));
        clients.put(connection, client);
    }

    void remove(WebSocketConnection connection) {
        EventClient client = clients.remove(connection);
        if (client != null) {
            client.end();
        }
    }

    /** How many clients there are. */
    int listeners() {
        return clients.size();
    }

    void stop(@Observes ShutdownEvent event) {
        clients.keySet().forEach(this::remove);
    }
}
