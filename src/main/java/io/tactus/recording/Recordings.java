package io.tactus.recording;

import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recordings of talks, and where their files are. */
@ApplicationScoped
public class Recordings {
    /**
     * A recording.
     *
     * @param endedAt left out while it runs, or when its end was not seen
     * @param failure why there is no sound; empty when there is
     */
    public record RecordingView(
            long id,
            long callId,
            long campaignId,
            String campaign,
            long leadId,
            long agentId,
            String agent,
            @Nullable String disposition,
            Instant startedAt,
            @Nullable Instant endedAt,
            String failure) {}

    /** What to look for; 0 for all. @param before the last id of the page before */
    public record Wanted(long campaignId, long agentId, long leadId, long callId, long before, int limit) {}

    private static final String FIND = """
            select r.id, r.attempt_id, r.campaign_id, c.name, a.lead_id, r.agent_id, u.display_name, a.disposition,
                   r.started_at, r.ended_at, r.failure
            from recording r
            join campaign c on c.id = r.campaign_id
            join attempt a on a.id = r.attempt_id
            left join app_user u on u.id = r.agent_id
            where r.id < ?1 and (?2 = 0 or r.campaign_id = ?2) and (?3 = 0 or r.agent_id = ?3)
              and (?4 = 0 or a.lead_id = ?4) and (?5 = 0 or r.attempt_id = ?5)
            order by r.id desc limit ?6
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
        List<?> rows = entities.createNativeQuery(FIND, Object[].class)
                .setParameter(1, wanted.before())
                .setParameter(2, wanted.campaignId())
                .setParameter(3, wanted.agentId())
                .setParameter(4, wanted.leadId())
                .setParameter(5, wanted.callId())
                .setParameter(6, wanted.limit())
                .getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    private static RecordingView view(Object[] c) {
        return new RecordingView(
                id(c[0]),
                id(c[1]),
                id(c[2]),
                (String) c[3],
                id(c[4]),
                id(c[5]),
                c[6] == null ? "" : (String) c[6],
                (String) c[7],
                (Instant) c[8],
                (Instant) c[9],
                (String) c[10]);
    }

    private static long id(Object column) {
        return ((Number) column).longValue();
    }

    /** The sound of a recording. */
    @Transactional
    public Path sound(long id) {
        List<?> names = entities.createNativeQuery("select file from recording where id = ?1", String.class)
                .setParameter(1, id)
                .getResultList();
        if (names.isEmpty()) {
            throw ProblemException.notFound("recording", id);
        }
        return files.get((String) names.getFirst(), "recording " + id);
    }
}
