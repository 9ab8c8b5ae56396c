package io.tactus.recording;

import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recordings of talks, and where their files are. */
@ApplicationScoped
public class Recordings {
    /**
     * A recording.
     *
     * @param customer name of the lead; empty when it has none, or is gone
     * @param number that was dialled
     * @param endedAt left out while it runs, or when its end was not seen
     * @param failure why there is no sound; empty when there is
     */
    public record RecordingView(
            long id,
            long callId,
            long campaignId,
            String campaign,
            long leadId,
            String customer,
            String number,
            long agentId,
            String agent,
            @Nullable String disposition,
            Instant startedAt,
            @Nullable Instant endedAt,
            String failure) {}

    /**
     * What to look for; 0 for all.
     *
     * @param from the earliest start
     * @param to the first start that is too late
     * @param before the last id of the page before
     */
    public record Wanted(
            long campaignId,
            long agentId,
            long leadId,
            long callId,
            @Nullable Instant from,
            @Nullable Instant to,
            long before,
            int limit) {}

    private static final String FIND = """
            select r.id, r.attempt_id, r.campaign_id, c.name, a.lead_id,
                   concat_ws(' ', nullif(l.first_name, ''), nullif(l.last_name, '')), a.number,
                   r.agent_id, u.display_name, a.disposition, r.started_at, r.ended_at, r.failure
            from recording r
            join campaign c on c.id = r.campaign_id
            join attempt a on a.id = r.attempt_id
            left join lead l on l.id = a.lead_id
            left join app_user u on u.id = r.agent_id
            where %s
            order by r.id desc limit :limit
            """;

    private final EntityManager entities;
    private final SoundFiles files;

    Recordings(EntityManager entities, SoundFiles files) {
        this.entities = entities;
        this.files = files;
    }

    /** Recordings, the last first. */
    @Transactional
    public List<RecordingView> list(Wanted wanted) {
        Map<String, Object> values = new HashMap<>(Map.of("before", wanted.before(), "limit", wanted.limit()));
        List<String> conditions = new ArrayList<>(List.of("r.id < :before"));
        // Only what is asked for, so that each has its index.
        Map.of(
                        "r.campaign_id", wanted.campaignId(),
                        "r.agent_id", wanted.agentId(),
                        "a.lead_id", wanted.leadId(),
                        "r.attempt_id", wanted.callId())
                .forEach((column, id) -> {
                    if (id != 0) {
                        String name = column.substring(2);
                        conditions.add(column + " = :" + name);
                        values.put(name, id);
                    }
                });
        if (wanted.from() != null) {
            conditions.add("r.started_at >= :from");
            values.put("from", wanted.from());
        }
        if (wanted.to() != null) {
            conditions.add("r.started_at < :to");
            values.put("to", wanted.to());
        }
        var query = entities.createNativeQuery(FIND.formatted(String.join(" and ", conditions)), Object[].class);
        values.forEach(query::setParameter);
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    private static RecordingView view(Object[] c) {
        return new RecordingView(
                id(c[0]),
                id(c[1]),
                id(c[2]),
                (String) c[3],
                id(c[4]),
                (String) c[5],
                (String) c[6],
                id(c[7]),
                c[8] == null ? "" : (String) c[8],
                (String) c[9],
                (Instant) c[10],
                (Instant) c[11],
                (String) c[12]);
    }

    private static long id(Object column) {
        return ((Number) column).longValue();
    }

    /** The sound of a recording. */
    @Transactional
    public Sound sound(long id) {
        List<?> names = entities.createNativeQuery("select file from recording where id = ?1", String.class)
                .setParameter(1, id)
                .getResultList();
        if (names.isEmpty()) {
            throw ProblemException.notFound("recording", id);
        }
        return files.get((String) names.getFirst(), "recording " + id);
    }
}
