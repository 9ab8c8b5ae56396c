package io.tactus.ivr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tactus.platform.EngineClock;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Flows in the database. Runs in the transaction of whoever asks. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class IvrFlowStore {
    private static final String ROW =
            "select id, name, version, changed_at, changed_by, published, cast(draft as text) from ivr_flow ";

    private final EntityManager entities;
    private final ObjectMapper json;
    private final EngineClock clock;

    IvrFlowStore(EntityManager entities, ObjectMapper json, EngineClock clock) {
        this.entities = entities;
        this.json = json;
        this.clock = clock;
    }

    List<IvrFlowView.Short> list() {
        List<?> rows = entities.createNativeQuery(
                        "select id, name, version, changed_at, changed_by, published from ivr_flow order by name",
                        Object[].class)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(c -> new IvrFlowView.Short(
                        ((Number) c[0]).longValue(),
                        (String) c[1],
                        ((Number) c[2]).intValue(),
                        (Instant) c[3],
                        (String) c[4],
                        (Integer) c[5]))
                .toList();
    }

    IvrFlowView get(long id) {
        return view(id, "where id = ?1");
    }

    /** Nobody else changes it before the present transaction ends. */
    IvrFlowView locked(long id) {
        return view(id, "where id = ?1 for update");
    }

    private IvrFlowView view(long id, String where) {
        Object[] c = first(
                        entities.createNativeQuery(ROW + where, Object[].class).setParameter(1, id))
                .orElseThrow(() -> ProblemException.notFound("IVR flow", id));
        return new IvrFlowView(
                ((Number) c[0]).longValue(),
                (String) c[1],
                ((Number) c[2]).intValue(),
                (Instant) c[3],
                (String) c[4],
                (Integer) c[5],
                read((String) c[6]));
    }

    private static Optional<Object[]> first(Query query) {
        List<?> rows = query.getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of((Object[]) rows.getFirst());
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored flow is no JSON", e);
        }
    }

    /** @return its id; none when another flow has the name */
    Optional<Long> insert(String name, JsonNode draft, String by) {
        List<?> ids = entities.createNativeQuery("""
                        insert into ivr_flow (name, draft, changed_at, changed_by) values (?1, cast(?2 as jsonb), ?3, ?4)
                        on conflict (name) do nothing returning id
                        """)
                .setParameter(1, name)
                .setParameter(2, draft.toString())
                .setParameter(3, clock.instant())
                .setParameter(4, by)
                .getResultList();
        return ids.stream().findFirst().map(id -> ((Number) id).longValue());
    }

    boolean hasOther(String name, long id) {
        return !entities.createNativeQuery("select 1 from ivr_flow where name = ?1 and id <> ?2")
                .setParameter(1, name)
                .setParameter(2, id)
                .getResultList()
                .isEmpty();
    }

    void update(long id, String name, JsonNode draft, String by) {
        entities.createNativeQuery("""
                        update ivr_flow set name = ?2, draft = cast(?3 as jsonb), version = version + 1, changed_at = ?4, changed_by = ?5
                        where id = ?1
                        """)
                .setParameter(1, id)
                .setParameter(2, name)
                .setParameter(3, draft.toString())
                .setParameter(4, clock.instant())
                .setParameter(5, by)
                .executeUpdate();
    }

    void delete(long id) {
        entities.createNativeQuery("delete from ivr_flow where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** The draft of a locked flow is in force from now on. @param prompts that it plays */
    void publish(IvrFlowView flow, Collection<Long> prompts, String by) {
        int number = number(flow.published()) + 1;
        entities.createNativeQuery("""
                        insert into ivr_flow_version (flow_id, number, flow, published_at, published_by)
                        values (?1, ?2, cast(?3 as jsonb), ?4, ?5)
                        """)
                .setParameter(1, flow.id())
                .setParameter(2, number)
                .setParameter(3, flow.flow().toString())
                .setParameter(4, clock.instant())
                .setParameter(5, by)
                .executeUpdate();
        entities.createNativeQuery("update ivr_flow set published = ?2 where id = ?1")
                .setParameter(1, flow.id())
                .setParameter(2, number)
                .executeUpdate();
        entities.createNativeQuery("delete from ivr_flow_prompt where flow_id = ?1")
                .setParameter(1, flow.id())
                .executeUpdate();
        for (long prompt : prompts) {
            entities.createNativeQuery("insert into ivr_flow_prompt (flow_id, prompt_id) values (?1, ?2)")
                    .setParameter(1, flow.id())
                    .setParameter(2, prompt)
                    .executeUpdate();
        }
    }

    private static int number(@Nullable Integer published) {
        return published == null ? 0 : published;
    }

    List<IvrFlowView.Version> versions(long id) {
        List<?> rows = entities.createNativeQuery(
                        "select number, published_at, published_by from ivr_flow_version where flow_id = ?1 order by number desc",
                        Object[].class)
                .setParameter(1, id)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(c -> new IvrFlowView.Version(((Number) c[0]).intValue(), (Instant) c[1], (String) c[2]))
                .toList();
    }

    IvrFlowView.Published version(long id, int number) {
        Object[] c = first(entities.createNativeQuery(
                                "select published_at, published_by, cast(flow as text) from ivr_flow_version"
                                        + " where flow_id = ?1 and number = ?2",
                                Object[].class)
                        .setParameter(1, id)
                        .setParameter(2, number))
                .orElseThrow(() -> ProblemException.notFound("version of IVR flow " + id, number));
        return new IvrFlowView.Published(number, (Instant) c[0], (String) c[1], read((String) c[2]));
    }
}
