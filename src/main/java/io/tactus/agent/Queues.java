package io.tactus.agent;

import io.tactus.campaign.Campaigns;
import io.tactus.dialing.DialingService;
import io.tactus.floor.Floor;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.CampaignState;
import io.tactus.floor.model.DialMode;
import io.tactus.problem.FloorAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Queues, as an agent sees them who wants to give a customer away. */
@ApplicationScoped
class Queues {
    /** A queue that takes customers. @param waiting who waits there @param ready agents who serve it and are free */
    record Row(long id, String name, long waiting, long ready) {}

    private record Count(long id, long waiting, long ready) {}

    private final DialingService dialing;
    private final Campaigns campaigns;

    Queues(DialingService dialing, Campaigns campaigns) {
        this.dialing = dialing;
        this.campaigns = campaigns;
    }

    /** Those that run; in order of their names. */
    List<Row> running() {
        return FloorAnswer.of(dialing.floor().look(Queues::count)).stream()
                .map(queue -> new Row(queue.id(), campaigns.get(queue.id()).name, queue.waiting(), queue.ready()))
                .sorted(Comparator.comparing(Row::name))
                .toList();
    }

    private static List<Count> count(Floor floor) {
        return floor.campaigns().stream()
                .filter(queue -> queue.settings.mode() == DialMode.INBOUND && queue.state() == CampaignState.RUNNING)
                .map(queue -> new Count(queue.id, waiting(queue), ready(queue)))
                .toList();
    }

    private static long waiting(Campaign queue) {
        return queue.cells().stream().mapToLong(cell -> cell.unserved.size()).sum();
    }

    private static long ready(Campaign queue) {
        return queue.cells().stream()
                .flatMap(cell -> cell.serving.stream())
                .filter(agent -> agent.state() == AgentState.READY)
                .count();
    }
}
