package io.tactus.agent.phone;

import io.quarkus.scheduler.Scheduled;
import io.tactus.dialing.DialingService;
import io.tactus.platform.EngineClock;
import io.tactus.platform.TactusConfig;
import io.tactus.problem.ProblemException;
import io.tactus.telephony.NodeStatus;
import io.tactus.telephony.Telephony;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lends the nodes' browser endpoints {@code web-01} and so on. Each time an agent asks, the endpoint gets a new password, which only that
 * page learns; when it has run out, the endpoint gets one that nobody knows, and nobody can register until the agent asks again.
 */
@ApplicationScoped
public class Softphones {
    /** Of a password. A page asks for the next one in good time; a leg that stands needs none. */
    static final Duration LIFE = Duration.ofMinutes(15);

    /**
     * What a page needs to be a phone.
     *
     * @param socket path of the relay at the engine
     * @param uri the phone's own SIP address
     */
    public record Credentials(
            String uri, String username, String password, String socket, String node, Instant expiresAt) {}

    /** An endpoint at a node. */
    record Loan(String node, String endpoint) {}

    private static final String FIND = "select node, endpoint from softphone where agent_id = ?1";
    /** The free endpoint with the lowest number. One statement: of two agents who ask at once, one is refused by the table and asks again. */
    private static final String LEND = """
            insert into softphone (agent_id, node, endpoint, expires_at)
            select ?1, ?2, e.name, ?4
            from (select 'web-' || lpad(cast(n as text), 2, '0') as name, n from generate_series(1, ?3) n) e
            where not exists (select from softphone s where s.node = ?2 and s.endpoint = e.name)
            order by e.n limit 1
            returning endpoint
            """;

    private static final String EXPIRED = """
            update softphone set expires_at = 'infinity' where expires_at < ?1 returning agent_id, node, endpoint
            """;
    private static final String UNUSED = """
            delete from softphone s where s.agent_id = ?1
              and not exists (select from agent_session a where a.agent_id = s.agent_id and a.ended_at is null)
            """;

    private final EntityManager entities;
    private final Telephony telephony;
    private final DialingService dialing;
    private final TactusConfig config;
    private final EngineClock clock;
    private final SecureRandom random = new SecureRandom();

    Softphones(
            EntityManager entities,
            Telephony telephony,
            DialingService dialing,
            TactusConfig config,
            EngineClock clock) {
        this.entities = entities;
        this.telephony = telephony;
        this.dialing = dialing;
        this.config = config;
        this.clock = clock;
    }

    /** The agent's endpoint with a new password. The agent has it until {@link #giveBack}, or until long after the work is over. */
    @Transactional
    public Credentials credentials(long agentId) {
        Instant expires = clock.instant().plus(LIFE);
        Loan loan = find(agentId).orElseGet(() -> lend(agentId, expires));
        entities.createNativeQuery("update softphone set expires_at = ?2 where agent_id = ?1")
                .setParameter(1, agentId)
                .setParameter(2, expires)
                .executeUpdate();
        String password = newPassword();
        telephony.setPassword(loan.node(), loan.endpoint(), password);
        return new Credentials(
                "sip:" + loan.endpoint() + "@" + loan.node() + ".invalid",
                loan.endpoint(),
                password,
                "/api/agent/phone/socket",
                loan.node(),
                expires);
    }

    private String newPassword() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Where the agent's browser phone is, if the agent has one. */
    @Transactional
    Optional<Loan> find(long agentId) {
        return entities.createNativeQuery(FIND, Object[].class)
                .setParameter(1, agentId)
                .getResultStream()
                .map(row -> new Loan((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]))
                .findFirst();
    }

    private Loan lend(long agentId, Instant expires) {
        List<String> nodes = nodesByLoad();
        for (String node : nodes) {
            Optional<?> endpoint = entities.createNativeQuery(LEND, String.class)
                    .setParameter(1, agentId)
                    .setParameter(2, node)
                    .setParameter(3, browsers(node))
                    .setParameter(4, expires)
                    .getResultStream()
                    .findFirst();
            if (endpoint.isPresent()) {
                return new Loan(node, (String) endpoint.get());
            }
        }
        throw ProblemException.conflict(
                nodes.isEmpty()
                        ? "No telephony node takes browser phones: see tactus.nodes.*.browsers in the operations guide."
                        : "All browser phones are in use. Ask an administrator for more of them.");
    }

    /** Nodes that take browsers and whose link works, those with the fewest loans first. */
    private List<String> nodesByLoad() {
        var up = dialing.nodes().stream()
                .filter(NodeStatus::up)
                .map(NodeStatus::node)
                .collect(Collectors.toSet());
        return config.nodes().entrySet().stream()
                .filter(node -> node.getValue().browsers() > 0 && up.contains(node.getKey()))
                .map(java.util.Map.Entry::getKey)
                .sorted(Comparator.comparing(this::loans).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private int browsers(String node) {
        return Optional.ofNullable(config.nodes().get(node))
                .map(TactusConfig.Node::browsers)
                .orElse(0);
    }

    private long loans(String node) {
        return ((Number) entities.createNativeQuery("select count(*) from softphone where node = ?1")
                        .setParameter(1, node)
                        .getSingleResult())
                .longValue();
    }

    /** The agent works with another phone from the next log-in on. Refused while the agent is at work. */
    @Transactional
    public void giveBack(long agentId) {
        find(agentId).ifPresent(loan -> {
            if (entities.createNativeQuery(UNUSED).setParameter(1, agentId).executeUpdate() == 0) {
                throw ProblemException.conflict("Log out before you change the phone.");
            }
            telephony.setPassword(loan.node(), loan.endpoint(), newPassword());
        });
    }

    /** Takes away what has run out; the endpoints of those who are not at work can be lent again. */
    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        if (!dialing.running()) {
            return;
        }
        List<?> expired = entities.createNativeQuery(EXPIRED, Object[].class)
                .setParameter(1, clock.instant())
                .getResultList();
        for (Object row : expired) {
            Object[] loan = (Object[]) row;
            telephony.setPassword((String) loan[1], (String) loan[2], newPassword());
            entities.createNativeQuery(UNUSED)
                    .setParameter(1, ((Number) loan[0]).longValue())
                    .executeUpdate();
        }
    }
}
