package io.tactus.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import io.tactus.dialing.FloorCommands;
import io.tactus.dialing.store.FilterStore;
import io.tactus.filter.Field;
import io.tactus.filter.FieldType;
import io.tactus.filter.Filter;
import io.tactus.filter.FilterReader;
import io.tactus.filter.FilterWriter;
import io.tactus.filter.InvalidFilter;
import io.tactus.filter.Operator;
import io.tactus.floor.model.Outcome;
import io.tactus.platform.EngineClock;
import io.tactus.problem.Problem.FieldError;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Which leads of its lists a campaign dials. */
@ApplicationScoped
public class CampaignFilters {
    /** A field of which something can be asked. @param values for a {@code CODE} with few values: these */
    public record FieldView(String field, String type, List<String> operators, List<String> values) {}

    private static final Set<String> PHONE_KINDS = Arrays.stream(PhoneNumberType.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** Names and types of the fields of a campaign's lists; a name that has two types is none of both. */
    private static final String CUSTOM = """
            select f ->> 'name', min(f ->> 'type') from lead_list l, jsonb_array_elements(l.custom_fields) f
            where l.campaign_id = ?1 group by 1 having count(distinct f ->> 'type') = 1 order by 1
            """;

    private final Campaigns campaigns;
    private final FloorCommands floor;
    private final AfterCommit afterCommit;
    private final EntityManager entities;
    private final FilterStore store;
    private final EngineClock clock;

    CampaignFilters(
            Campaigns campaigns,
            FloorCommands floor,
            AfterCommit afterCommit,
            EntityManager entities,
            DataSource dataSource,
            EngineClock clock) {
        this.campaigns = campaigns;
        this.floor = floor;
        this.afterCommit = afterCommit;
        this.entities = entities;
        this.store = new FilterStore(dataSource);
        this.clock = clock;
    }

    /** What can be asked of the campaign's leads. */
    @Transactional
    public List<FieldView> fields(long campaignId) {
        campaigns.get(campaignId);
        List<FieldView> fields = new ArrayList<>();
        for (Field.Own own : Field.Own.values()) {
            fields.add(view(own, own == Field.Own.ZONE ? List.of() : List.copyOf(new TreeSet<>(codes(own)))));
        }
        custom(campaignId).forEach((name, type) -> fields.add(view(new Field.Custom(name, type), List.of())));
        return fields;
    }

    private static FieldView view(Field field, List<String> values) {
        return new FieldView(
                field.word(),
                field.type().name(),
                field.type().operators().stream().map(Operator::word).toList(),
                values);
    }

    /** The campaign's filter; left out when it dials all leads. */
    @Transactional
    public @Nullable JsonNode get(long campaignId) {
        return campaigns.get(campaignId).filter;
    }

    /** Lets the campaign dial what passes, or everything when there is none; reserved leads that do not pass are withdrawn from the hopper. */
    @Transactional
    public void put(long campaignId, @Nullable JsonNode json, String by) {
        Filter filter = read(campaignId, json);
        boolean all = filter instanceof Filter.All group && group.of().isEmpty();
        campaigns.filter(campaignId, all ? null : FilterWriter.write(filter), by);
        try {
            List<Long> withdrawn = store.withdraw(campaignId, filter);
            afterCommit.run(() -> {
                withdrawn.forEach(callId -> floor.leadWithdrawn(campaignId, callId));
                floor.campaignChanged(campaignId);
            });
        } catch (SQLException e) {
            throw new IllegalStateException("the hopper cannot be filtered", e);
        }
    }

    /** How many leads a filter would let through; it need not be the campaign's. @throws ProblemException with 409 when that takes too long to count */
    @Transactional
    public FilterStore.Count count(long campaignId, @Nullable JsonNode json) {
        Filter filter = read(campaignId, json);
        try {
            return store.count(campaignId, filter, clock.instant());
        } catch (SQLTimeoutException e) {
            throw ProblemException.conflict("There are too many leads to be counted in " + FilterStore.SECONDS + " s.");
        } catch (SQLException e) {
            throw new IllegalStateException("the leads cannot be counted", e);
        }
    }

    private Filter read(long campaignId, @Nullable JsonNode json) {
        campaigns.get(campaignId);
        if (json == null || json.isNull()) {
            return new Filter.All(List.of());
        }
        Map<String, FieldType> custom = custom(campaignId);
        Set<Long> lists = Set.copyOf(lists(campaignId));
        FilterReader.Known known = new FilterReader.Known() {
            @Override
            public Optional<FieldType> findCustom(String name, JsonNode condition) {
                return Optional.ofNullable(custom.get(name));
            }

            @Override
            public boolean hasCode(Field.Own field, String code) {
                return codes(field).contains(code);
            }

            @Override
            public boolean hasList(long id) {
                return lists.contains(id);
            }
        };
        try {
            return FilterReader.read(json, "filter", known);
        } catch (InvalidFilter e) {
            throw ProblemException.invalid(e.mistakes().stream()
                    .map(mistake -> new FieldError(mistake.place(), mistake.message()))
                    .toList());
        }
    }

    private static Set<String> codes(Field.Own field) {
        return switch (field) {
            case LAST_OUTCOME ->
                Set.copyOf(Stream.concat(
                                Stream.of(Field.NEVER),
                                Arrays.stream(Outcome.values()).map(Outcome::name))
                        .toList());
            case PHONE_KIND -> PHONE_KINDS;
            case ZONE -> ZoneId.getAvailableZoneIds();
            case LIST, ATTEMPTS, PRIORITY, FIRST_NAME, LAST_NAME, EXTERNAL_ID, NOTES -> Set.of();
        };
    }

    private Map<String, FieldType> custom(long campaignId) {
        Map<String, FieldType> types = new LinkedHashMap<>();
        for (Object row : entities.createNativeQuery(CUSTOM, Object[].class)
                .setParameter(1, campaignId)
                .getResultList()) {
            Object[] field = (Object[]) row;
            types.put((String) field[0], FieldType.valueOf(((String) field[1]).toUpperCase(Locale.ROOT)));
        }
        return types;
    }

    private List<Long> lists(long campaignId) {
        List<?> rows = entities.createNativeQuery("select id from lead_list where campaign_id = ?1")
                .setParameter(1, campaignId)
                .getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
