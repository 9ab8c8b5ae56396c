package io.tactus.prompt;

import io.tactus.campaign.AfterCommit;
import io.tactus.campaign.Campaigns;
import io.tactus.campaign.KnownPrompts;
import io.tactus.platform.EngineClock;
import io.tactus.problem.ProblemException;
import io.tactus.recording.Sound;
import io.tactus.recording.SoundFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** The prompts, and their files in a folder that the engine writes and Asterisk reads. */
@ApplicationScoped
public class Prompts implements KnownPrompts {
    /**
     * A prompt; its sound is at {@code /api/prompts/{id}/audio}.
     *
     * @param usedBy names of the campaigns that play it, and of the IVR flows that are in force and play it
     */
    public record PromptView(
            long id, String name, int lengthMillis, Instant createdAt, String createdBy, List<String> usedBy) {
        /** Copies the list. */
        public PromptView {
            usedBy = List.copyOf(usedBy);
        }
    }

    private static final Logger LOG = Logger.getLogger(Prompts.class);
    private static final String ROW = "select p.id, p.name, p.length_ms, p.created_at, p.created_by from prompt p";

    private final EntityManager entities;
    private final SoundFiles files;
    private final Instance<Campaigns> campaigns;
    private final AfterCommit afterCommit;
    private final EngineClock clock;

    Prompts(
            EntityManager entities,
            SoundFiles files,
            Instance<Campaigns> campaigns,
            AfterCommit afterCommit,
            EngineClock clock) {
        this.entities = entities;
        this.files = files;
        this.campaigns = campaigns;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    @Override
    public boolean hold(String name) {
        return !entities.createNativeQuery("select 1 from prompt where ?1 = ?2 || id for key share")
                .setParameter(1, name)
                .setParameter(2, PREFIX)
                .getResultList()
                .isEmpty();
    }

    /** All of them by name. */
    @Transactional
    public List<PromptView> list() {
        Map<String, List<String>> users = users();
        List<?> rows = entities.createNativeQuery(ROW + " order by p.name", Object[].class)
                .getResultList();
        return rows.stream().map(row -> view((Object[]) row, users)).toList();
    }

    private Map<String, List<String>> users() {
        Map<String, List<String>> users = new HashMap<>(campaigns.get().namesBySound());
        for (Object row : entities.createNativeQuery(
                        "select p.prompt_id, f.name from ivr_flow_prompt p join ivr_flow f on f.id = p.flow_id order by f.name",
                        Object[].class)
                .getResultList()) {
            Object[] use = (Object[]) row;
            users.computeIfAbsent(PREFIX + use[0], none -> new ArrayList<>()).add((String) use[1]);
        }
        return users;
    }

    private static PromptView view(Object[] c, Map<String, List<String>> users) {
        long id = ((Number) c[0]).longValue();
        return new PromptView(
                id,
                (String) c[1],
                ((Number) c[2]).intValue(),
                (Instant) c[3],
                (String) c[4],
                users.getOrDefault(PREFIX + id, List.of()));
    }

    /** No campaign begins to play it before the present transaction ends. */
    private PromptView locked(long id) {
        List<?> rows = entities.createNativeQuery(ROW + " where p.id = ?1 for update", Object[].class)
                .setParameter(1, id)
                .getResultList();
        if (rows.isEmpty()) {
            throw ProblemException.notFound("prompt", id);
        }
        return view((Object[]) rows.getFirst(), users());
    }

    /** Keeps an uploaded sound under a name that no other has. */
    @Transactional
    public PromptView add(String name, Path uploaded, String by) throws IOException {
        TelephoneSound sound = TelephoneSound.read(uploaded);
        List<?> ids = entities.createNativeQuery("""
                        insert into prompt (name, length_ms, created_at, created_by) values (?1, ?2, ?3, ?4)
                        on conflict do nothing returning id
                        """)
                .setParameter(1, name)
                .setParameter(2, sound.millis())
                .setParameter(3, clock.instant())
                .setParameter(4, by)
                .getResultList();
        if (ids.isEmpty()) {
            throw ProblemException.invalid("name", "is the name of another prompt");
        }
        long id = ((Number) ids.getFirst()).longValue();
        // Should the commit fail, the file stays without a row: no id comes twice.
        write(sound, file(id));
        return locked(id);
    }

    private Path file(long id) {
        return files.prompts().resolve(id + ".wav");
    }

    /** Asterisk never sees half of a file. */
    private static void write(TelephoneSound sound, Path file) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = Files.createTempFile(folder, "part", ".tmp");
            try {
                sound.write(part);
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            LOG.errorf(e, "%s cannot be written", file);
            throw ProblemException.of(503, "The engine cannot write its folder of prompts; its log says why.");
        }
    }

    /** Removes a prompt that no campaign and no IVR flow in force plays. */
    @Transactional
    public void delete(long id) {
        PromptView prompt = locked(id);
        if (!prompt.usedBy().isEmpty()) {
            throw ProblemException.conflict("It is played by " + String.join(", ", prompt.usedBy()) + ".");
        }
        entities.createNativeQuery("delete from prompt where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
        afterCommit.run(() -> {
            try {
                Files.deleteIfExists(file(id));
            } catch (IOException e) {
                LOG.warnf(e, "The file of prompt %d stays", id);
            }
        });
    }

    /** The sound of a prompt. */
    public Sound sound(long id) {
        return files.get("prompts/" + id, "prompt " + id);
    }
}
