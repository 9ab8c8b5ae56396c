package io.tactus.lead.upload;

import io.tactus.lead.CustomField;
import io.tactus.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file is what. Columns are named as in the file's first line.
 *
 * @param phones in the order of dialling
 * @param zone column with the lead's time zone, for numbers that do not tell it
 * @param custom the list's custom fields to columns
 */
public record Mapping(
        List<String> phones,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String externalId,
        @Nullable String notes,
        @Nullable String zone,
        Map<String, String> custom) {

    private static final Set<String> FIRST_NAME = Set.of("firstname", "first", "givenname", "vorname", "prenom");
    private static final Set<String> LAST_NAME =
            Set.of("lastname", "last", "surname", "familyname", "name", "nachname", "nom");
    private static final Set<String> EXTERNAL_ID =
            Set.of("externalid", "id", "customerid", "accountid", "account", "crmid", "leadid", "kundennummer");
    private static final Set<String> NOTES = Set.of("notes", "note", "comment", "comments", "remarks");
    private static final Set<String> ZONE = Set.of("timezone", "zone", "tz", "zeitzone");
    private static final List<String> PHONE_WORDS = List.of("phone", "mobile", "cell", "tel", "handy", "number");

    /** Takes what is left out as empty. */
    public Mapping {
        phones = phones == null ? List.of() : List.copyOf(phones);
        custom = custom == null ? Map.of() : Map.copyOf(custom);
    }

    /** A likely mapping by the names of the columns. */
    public static Mapping guess(List<String> header, List<CustomField> fields) {
        Set<String> taken = new HashSet<>();
        Map<String, String> custom = new LinkedHashMap<>();
        for (CustomField field : fields) {
            first(header, taken, Set.of(plain(field.name()))).ifPresent(column -> custom.put(field.name(), column));
        }
        String firstName = first(header, taken, FIRST_NAME).orElse(null);
        String lastName = first(header, taken, LAST_NAME).orElse(null);
        String externalId = first(header, taken, EXTERNAL_ID).orElse(null);
        String notes = first(header, taken, NOTES).orElse(null);
        String zone = first(header, taken, ZONE).orElse(null);
        List<String> phones = header.stream()
                .filter(column -> !taken.contains(column) && isPhone(plain(column)))
                .distinct()
                .limit(10)
                .toList();
        return new Mapping(phones, firstName, lastName, externalId, notes, zone, custom);
    }

    private static Optional<String> first(List<String> header, Set<String> taken, Set<String> names) {
        Optional<String> found = header.stream()
                .filter(column -> names.contains(plain(column)) && !taken.contains(column))
                .findFirst();
        found.ifPresent(taken::add);
        return found;
    }

    private static boolean isPhone(String plain) {
        return PHONE_WORDS.stream().anyMatch(plain::contains);
    }

    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** What does not fit the file or the list. */
    List<FieldError> errors(List<String> header, List<CustomField> fields) {
        List<FieldError> errors = new ArrayList<>();
        if (phones.isEmpty()) {
            errors.add(new FieldError("mapping.phones", "name at least one column with telephone numbers"));
        }
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        for (int i = 0; i < phones.size(); i++) {
            columns.put("phones[" + i + "]", phones.get(i));
        }
        columns.put("firstName", firstName);
        columns.put("lastName", lastName);
        columns.put("externalId", externalId);
        columns.put("notes", notes);
        columns.put("zone", zone);
        custom.forEach((field, column) -> columns.put("custom." + field, column));
        columns.forEach((field, column) -> {
            if (column != null && !header.contains(column)) {
                errors.add(new FieldError("mapping." + field, "the file has no column \"" + column + "\""));
            }
        });
        Set<String> known = new HashSet<>();
        fields.forEach(field -> known.add(field.name()));
        custom.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> errors.add(new FieldError("mapping.custom." + name, "is not a field of the list")));
        return errors;
    }
}
