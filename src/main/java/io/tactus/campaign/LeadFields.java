package io.tactus.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import io.tactus.filter.Field;
import io.tactus.filter.FieldType;
import io.tactus.filter.FilterReader;
import io.tactus.filter.InvalidFilter;
import io.tactus.filter.Operator;
import io.tactus.floor.model.Outcome;
import io.tactus.problem.Problem.FieldError;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
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

/** The fields of a campaign's leads, of which filters and orders speak. */
@ApplicationScoped
public class LeadFields {
    /** A field. @param values for a {@code CODE} with few values: these @param sortable whether leads can be put in order by it */
    public record FieldView(String field, String type, List<String> operators, List<String> values, boolean sortable) {}

    private static final Set<String> PHONE_KINDS = Arrays.stream(PhoneNumberType.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** Names and types of the fields of a campaign's lists; a name that has two types is none of both. */
    private static final String CUSTOM = """
            select f ->> 'name', min(f ->> 'type') from lead_list l, jsonb_array_elements(l.custom_fields) f
            where l.campaign_id = ?1 group by 1 having count(distinct f ->> 'type') = 1 order by 1
            """;

    private final Campaigns campaigns;
    private final EntityManager entities;

    LeadFields(Campaigns campaigns, EntityManager entities) {
        this.campaigns = campaigns;
        this.entities = entities;
    }

    /** What can be asked of the campaign's leads. */
    @Transactional
    public List<FieldView> list(long campaignId) {
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
                values,
                field.sortable());
    }

    /** What a filter or an order of the campaign may speak of. Inside a transaction. */
    FilterReader.Known known(long campaignId) {
        Map<String, FieldType> custom = custom(campaignId);
        Set<Long> lists = lists(campaignId);
        return new FilterReader.Known() {
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
    }

    /** What was wrong, with each place. */
    static ProblemException refused(InvalidFilter e) {
        return ProblemException.invalid(e.mistakes().stream()
                .map(mistake -> new FieldError(mistake.place(), mistake.message()))
                .toList());
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

    /** The campaign's lists. */
    Set<Long> lists(long campaignId) {
        List<?> rows = entities.createNativeQuery("select id from lead_list where campaign_id = ?1")
                .setParameter(1, campaignId)
                .getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).collect(Collectors.toUnmodifiableSet());
    }
}
