package io.tactus.voicemail;

import io.tactus.platform.EngineClock;
import io.tactus.problem.ProblemException;
import io.tactus.recording.Sound;
import io.tactus.recording.SoundFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages, and where their files are. */
@ApplicationScoped
public class Voicemail {
    /**
     * A message; its sound is at {@code /api/voicemail/{id}/audio}.
     *
     * @param customer name of the lead; empty when it has none, or is gone
     * @param number that was dialled; empty when the attempt is gone
     */
    public record MessageView(
            long id,
            long campaignId,
            String campaign,
            long leadId,
            String customer,
            String number,
            long callId,
            int lengthMillis,
            Instant recordedAt,
            @Nullable Instant heardAt,
            @Nullable String heardBy) {}

    private static final String VIEW = """
            select v.id, v.campaign_id, c.name, v.lead_id,
                   concat_ws(' ', nullif(l.first_name, ''), nullif(l.last_name, '')),
                   coalesce(a.number, ''), v.attempt_id, v.length_ms, v.recorded_at, v.heard_at, v.heard_by
            from voicemail_message v
            join campaign c on c.id = v.campaign_id
            left join attempt a on a.id = v.attempt_id
            left join lead l on l.id = v.lead_id
            """;

    private final EntityManager entities;
    private final SoundFiles files;
    private final EngineClock clock;

    Voicemail(EntityManager entities, SoundFiles files, EngineClock clock) {
        this.entities = entities;
        this.files = files;
        this.clock = clock;
    }

    /** Messages, the last first, before this id. @param campaignId 0 for all */
    @Transactional
    public List<MessageView> list(long campaignId, boolean unheardOnly, long before, int limit) {
        List<?> rows = entities.createNativeQuery(
                        VIEW
                                + " where v.id < ?1 and (?2 = 0 or v.campaign_id = ?2) and (not ?3 or v.heard_at is null)"
                                + " order by v.id desc limit ?4",
                        Object[].class)
                .setParameter(1, before)
                .setParameter(2, campaignId)
                .setParameter(3, unheardOnly)
                .setParameter(4, limit)
                .getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    private static MessageView view(Object[] c) {
        return new MessageView(
                number(c[0]),
                number(c[1]),
                (String) c[2],
                number(c[3]),
                (String) c[4],
                (String) c[5],
                number(c[6]),
                (int) number(c[7]),
                (Instant) c[8],
                (Instant) c[9],
                (String) c[10]);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** Notes who heard it first. */
    @Transactional
    public MessageView heard(long id, String by) {
        entities.createNativeQuery(
                        "update voicemail_message set heard_at = ?3, heard_by = ?2 where id = ?1 and heard_at is null")
                .setParameter(1, id)
                .setParameter(2, by)
                .setParameter(3, clock.instant())
                .executeUpdate();
        List<?> rows = entities.createNativeQuery(VIEW + " where v.id = ?1", Object[].class)
                .setParameter(1, id)
                .getResultList();
        if (rows.isEmpty()) {
            throw ProblemException.notFound("voicemail message", id);
        }
        return view((Object[]) rows.getFirst());
    }

    /** The sound of a message. */
    @Transactional
    public Sound sound(long id) {
        List<?> names = entities.createNativeQuery("select file from voicemail_message where id = ?1", String.class)
                .setParameter(1, id)
                .getResultList();
        if (names.isEmpty()) {
            throw ProblemException.notFound("voicemail message", id);
        }
        return files.get((String) names.getFirst(), "message " + id);
    }
}
