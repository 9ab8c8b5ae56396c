package io.tactus.agent.message;

import io.quarkus.scheduler.Scheduled;
import io.tactus.platform.EngineClock;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Messages to agents. */
@ApplicationScoped
public class DeskMessages {
    /** Messages that one agent may have unread; a further one is refused, so that none is pushed aside. */
    public static final int MOST_UNREAD = 20;

    private static final Duration KEPT = Duration.ofDays(30);

    /** The agent's row is locked, so that two senders do not both take the last place. */
    private static final String LOCK = "select id from agent where id = ?1 for update";

    private static final String COUNT = "select count(*) from desk_message where agent_id = ?1 and read_at is null";
    private static final String SEND =
            "insert into desk_message (agent_id, sent_by, sent_at, body) values (?1, ?2, ?3, ?4)";
    private static final String UNREAD = """
            select id, sent_by, sent_at, body from desk_message where agent_id = ?1 and read_at is null order by id
            """;
    private static final String READ = """
            update desk_message set read_at = ?3 where id = ?1 and agent_id = ?2 and read_at is null
            """;
    private static final String CLEAN = "delete from desk_message where sent_at < ?1";

    private final EntityManager entities;
    private final EngineClock clock;

    DeskMessages(EntityManager entities, EngineClock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Writes to an agent. Fails with 404 for a user who is none, with 409 when too much is unread. */
    @Transactional
    void send(long agentId, String from, String text) {
        if (entities.createNativeQuery(LOCK)
                .setParameter(1, agentId)
                .getResultList()
                .isEmpty()) {
            throw ProblemException.of(404, "There is no agent " + agentId + ".");
        }
        Number unread = (Number)
                entities.createNativeQuery(COUNT).setParameter(1, agentId).getSingleResult();
        if (unread.intValue() >= MOST_UNREAD) {
            throw ProblemException.conflict("The agent has " + unread + " unread messages.");
        }
        entities.createNativeQuery(SEND)
                .setParameter(1, agentId)
                .setParameter(2, from)
                .setParameter(3, clock.instant())
                .setParameter(4, text)
                .executeUpdate();
    }

    /** What an agent has not read, the oldest first. */
    @Transactional
    public List<DeskMessage> unread(long agentId) {
        List<?> rows = entities.createNativeQuery(UNREAD, Object[].class)
                .setParameter(1, agentId)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(c -> new DeskMessage(((Number) c[0]).longValue(), (String) c[1], (Instant) c[2], (String) c[3]))
                .toList();
    }

    /** The agent has read it; 404 when it is not the agent's, or was read before. */
    @Transactional
    void read(long agentId, long id) {
        int read = entities.createNativeQuery(READ)
                .setParameter(1, id)
                .setParameter(2, agentId)
                .setParameter(3, clock.instant())
                .executeUpdate();
        if (read == 0) {
            throw ProblemException.of(404, "You have no unread message " + id + ".");
        }
    }

    @Transactional
    @Scheduled(every = "6h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clean() {
        entities.createNativeQuery(CLEAN)
                .setParameter(1, clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
