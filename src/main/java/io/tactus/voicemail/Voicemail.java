package io.tactus.voicemail;

import io.tactus.platform.TactusConfig;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The messages, and where their files are. */
@ApplicationScoped
public class Voicemail {
    private final EntityManager entities;
    private final Path folder;

    Voicemail(EntityManager entities, TactusConfig config) {
        this.entities = entities;
        this.folder = config.recordings()
                .orElseGet(() -> config.home().resolve("recordings"))
                .toAbsolutePath()
                .normalize();
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

    /**
     * The sound of a message. What the database names must lie in the folder of recordings, links resolved: a row that somebody
     * forged must not open another file.
     */
    @Transactional
    public Path sound(long id) {
        String name = get(id).file;
        Path file = folder.resolve(name.endsWith(".wav") ? name : name + ".wav").normalize();
        try {
            if (file.startsWith(folder)
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(folder.toRealPath())) {
                return file;
            }
        } catch (IOException e) {
            throw ProblemException.of(404, "The file of message " + id + " cannot be read: " + e.getMessage());
        }
        throw ProblemException.of(404, "The file of message " + id + " is not in the folder of recordings.");
    }
}
