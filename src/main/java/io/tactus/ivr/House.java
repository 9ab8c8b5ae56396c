package io.tactus.ivr;

import io.tactus.ivr.flow.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * What there is for flows to name. A queue of callers is a campaign of mode inbound, and a voicemail box belongs to any campaign; so both have names
 * of campaigns.
 */
@ApplicationScoped
class House {
    /** As a prompt that was deleted meanwhile. */
    private static final Duration UNKNOWN = Duration.ofSeconds(3);

    private final EntityManager entities;

    House(EntityManager entities) {
        this.entities = entities;
    }

    /** What there is now. Prompts stay until the present transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Catalogue held() {
        return catalogue("select id from prompt for key share");
    }

    /** What there is now. */
    @Transactional
    Catalogue now() {
        return catalogue("select id from prompt");
    }

    private Catalogue catalogue(String prompts) {
        Set<Long> ids = new HashSet<>();
        entities.createNativeQuery(prompts).getResultList().forEach(id -> ids.add(((Number) id).longValue()));
        Set<?> boxes = names("select name from campaign");
        Set<?> queues = names("select name from campaign where mode = 'inbound'");
        return new Catalogue() {
            @Override
            public boolean hasPrompt(long id) {
                return ids.contains(id);
            }

            @Override
            public boolean hasQueue(String name) {
                return queues.contains(name);
            }

            @Override
            public boolean hasBox(String name) {
                return boxes.contains(name);
            }
        };
    }

    private Set<?> names(String sql) {
        return Set.copyOf(entities.createNativeQuery(sql, String.class).getResultList());
    }

    /** How long prompts last, by their ids. */
    @Transactional
    LongFunction<Duration> lengths() {
        Map<Long, Duration> lengths = new HashMap<>();
        for (Object row : entities.createNativeQuery("select id, length_ms from prompt", Object[].class)
                .getResultList()) {
            Object[] prompt = (Object[]) row;
            lengths.put(((Number) prompt[0]).longValue(), Duration.ofMillis(((Number) prompt[1]).longValue()));
        }
        return id -> lengths.getOrDefault(id, UNKNOWN);
    }
}
