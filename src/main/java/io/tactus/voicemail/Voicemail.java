package io.tactus.voicemail;

import io.tactus.problem.ProblemException;
import io.tactus.recording.SoundFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.List;

/** The messages, and where their files are. */
@ApplicationScoped
public class Voicemail {
    private final EntityManager entities;
    private final SoundFiles files;

    Voicemail(EntityManager entities, SoundFiles files) {
        this.entities = entities;
        this.files = files;
    }

    /** Messages, the last first, before this id. @param campaignId 0 for all */
    @Transactional
    public List<VoicemailMessage> list(long campaignId, boolean unheardOnly, long before, int limit) {
        return VoicemailMessage.find(
                        "(?1 = 0L or campaignId = ?1) and (?2 = false or heardAt is null) and id < ?3 order by id desc",
                        campaignId,
                        unheardOnly,
                        before)
                .page(0, limit)
                .list();
    }

    private static VoicemailMessage get(long id) {
        return VoicemailMessage.<VoicemailMessage>findByIdOptional(id)
                .orElseThrow(() -> ProblemException.notFound("voicemail message", id));
    }

    /** Notes who heard it first. */
    @Transactional
    public VoicemailMessage heard(long id, String by) {
        VoicemailMessage message = get(id);
        entities.createNativeQuery(
                        "update voicemail_message set heard_at = now(), heard_by = ?2 where id = ?1 and heard_at is null")
                .setParameter(1, id)
                .setParameter(2, by)
                .executeUpdate();
        entities.refresh(message);
        return message;
    }

    /** The sound of a message. */
    @Transactional
    public Path sound(long id) {
        return files.get(get(id).file, "message " + id);
    }
}
