package io.tactus.agent.stream;

import static io.tactus.floor.model.AgentState.RESERVED;
import static io.tactus.floor.model.AgentState.TALKING;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.tactus.agent.callback.Callbacks;
import io.tactus.agent.message.DeskMessages;
import io.tactus.dialing.EffectListener;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.platform.EngineClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The agents' pages. The floor's thread only pokes those of the agent whom an effect concerns. */
@ApplicationScoped
public class DeskScreens implements EffectListener {
    /** Pages of one agent; one more closes the oldest. */
    private static final int PAGES = 4;

    private record Page(WebSocketConnection connection, DeskScreen screen) {}

    private final Map<Long, Deque<Page>> pages = new ConcurrentHashMap<>();
    private final DeskParts.Sources sources;
    private final ObjectMapper json;
    private final EngineClock clock;

    DeskScreens(
            DeskReader floor,
            DeskRows rows,
            DeskFigures figures,
            Callbacks callbacks,
            DeskMessages messages,
            ObjectMapper json,
            EngineClock clock) {
        this.sources = new DeskParts.Sources(floor, rows, figures, callbacks, messages, clock);
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void on(Effect effect) {
        switch (effect) {
            // Between the call and its end nothing of the day changes; with wrap-up a talk is over, or given away.
            case StoreEffect.AgentChanged changed ->
                poke(changed.agentId(), changed.state() != RESERVED && changed.state() != TALKING);
            case StoreEffect.CallWaits waits -> pages.keySet().forEach(agent -> poke(agent, false));
            case StoreEffect.CallDisposed disposed -> poke(disposed.agentId(), true);
            case StoreEffect.CallEnded ended -> poke(ended.agentId(), true);
            case StoreEffect.CampaignChanged changed -> pages.keySet().forEach(agent -> poke(agent, true));
            case NewsEffect.MonitoringChanged changed -> poke(changed.agentId(), false);
            case NewsEffect.ConsultationChanged changed -> {
                poke(changed.agentId(), false);
                poke(changed.colleagueId(), false);
            }
            case NewsEffect.TalkChanged changed -> poke(changed.agentId(), false);
            case NewsEffect.CallMoved moved -> poke(moved.agentId(), false);
            case NewsEffect.PreviewShown shown -> poke(shown.agentId(), false);
            default -> {
                // Nothing that a desk shows.
            }
        }
    }

    /** What the store knows for this agent has changed, or will have in a moment. */
    public void changed(long agentId) {
        poke(agentId, true);
    }

    private void poke(long agentId, boolean stored) {
        Deque<Page> own = pages.get(agentId);
        if (own != null) {
            synchronized (own) {
                own.forEach(page -> page.screen().poke(stored));
            }
        }
    }

    void add(WebSocketConnection connection, long agentId, ZoneId zone) {
        DeskScreen screen = new DeskScreen(connection, new DeskParts(sources, agentId, zone), json, clock);
        Deque<Page> own = pages.computeIfAbsent(agentId, id -> new ArrayDeque<>());
        synchronized (own) {
            own.addLast(new Page(connection, screen));
            if (own.size() > PAGES) {
                Page oldest = own.removeFirst();
                oldest.screen().end();
                oldest.connection()
                        .close(new CloseReason(1008, "too many pages of one agent"))
                        .subscribe()
                        .with(ok -> {}, e -> {});
            }
        }
        screen.begin();
    }

    void remove(WebSocketConnection connection, long agentId) {
        Deque<Page> own = pages.get(agentId);
        if (own != null) {
            synchronized (own) {
                own.removeIf(page -> {
                    boolean gone = page.connection().id().equals(connection.id());
                    if (gone) {
                        page.screen().end();
                    }
                    return gone;
                });
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        pages.values().forEach(own -> {
            synchronized (own) {
                own.forEach(page -> page.screen().end());
            }
        });
    }
}
