package io.tactus.lead.upload;

import io.tactus.lead.CustomField;
import io.tactus.lead.PhoneNumbers;
import io.tactus.lead.PhoneNumbers.NotANumber;
import io.tactus.lead.PhoneNumbers.Phone;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a lead of a row, or says why it is none. */
final class RowReader {
    /** What a row says. */
    sealed interface Row {}

    /** A lead. */
    record LeadRow(
            List<Phone> phones,
            String firstName,
            String lastName,
            String externalId,
            String notes,
            Map<String, Object> custom)
            implements Row {}

    /** No lead. @param reason in words that name the column */
    record Rejected(String reason) implements Row {}

    private final Mapping mapping;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, CustomField> fields = new HashMap<>();
    private final int width;
    private final String region;

    RowReader(Mapping mapping, List<String> header, List<CustomField> fields, String region) {
        this.mapping = mapping;
        this.region = region;
        this.width = header.size();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i), i);
        }
        fields.forEach(field -> this.fields.put(field.name(), field));
    }

    Row read(List<String> cells) {
        if (cells.size() > width) {
            return new Rejected("has %d cells, the header has %d: is a quote missing?".formatted(cells.size(), width));
        }
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.length() > CsvSource.LONGEST_FIELD) {
                return new Rejected("cell %d is longer than %d characters".formatted(i + 1, CsvSource.LONGEST_FIELD));
            }
            if (cell.indexOf('\0') >= 0) {
                return new Rejected("cell %d contains a NUL character".formatted(i + 1));
            }
        }
        try {
            List<Phone> phones = phones(cells);
            Map<String, Object> custom = custom(cells);
            return new LeadRow(
                    phones,
                    cell(cells, mapping.firstName()),
                    cell(cells, mapping.lastName()),
                    cell(cells, mapping.externalId()),
                    cell(cells, mapping.notes()),
                    custom);
        } catch (Refusal e) {
            return new Rejected(String.valueOf(e.getMessage()));
        }
    }

    private List<Phone> phones(List<String> cells) throws Refusal {
        String zoneText = cell(cells, mapping.zone());
        ZoneId zone = zoneText.isEmpty() ? null : zone(zoneText);
        Map<String, Phone> phones = new LinkedHashMap<>();
        for (String column : mapping.phones()) {
            String text = cell(cells, column);
            if (!text.isEmpty()) {
                Phone phone = phone(column, text, zone);
                phones.putIfAbsent(phone.number(), phone);
            }
        }
        if (phones.isEmpty()) {
            throw new Refusal("has no telephone number in " + String.join(", ", mapping.phones()));
        }
        return new ArrayList<>(phones.values());
    }

    private Phone phone(String column, String text, @Nullable ZoneId zone) throws Refusal {
        try {
            Phone phone = PhoneNumbers.read(text, region);
            Phone placed = zone == null ? phone : phone.in(zone);
            if (placed.zones().isEmpty()) {
                throw new Refusal(column + ": the number does not tell its time zone; add a column with it");
            }
            return placed;
        } catch (NotANumber e) {
            throw new Refusal(column + ": " + e.getMessage());
        }
    }

    private static ZoneId zone(String text) throws Refusal {
        try {
            return PhoneNumbers.readZone(text);
        } catch (NotANumber e) {
            throw new Refusal("time zone: " + e.getMessage());
        }
    }

    private Map<String, Object> custom(List<String> cells) throws Refusal {
        Map<String, Object> custom = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : mapping.custom().entrySet()) {
            CustomField field = fields.get(entry.getKey());
            String text = cell(cells, entry.getValue());
            if (field != null && !text.isEmpty()) {
                custom.put(
                        field.name(),
                        field.read(text)
                                .orElseThrow(() -> new Refusal(entry.getValue() + ": must be " + field.expected())));
            }
        }
        return custom;
    }

    private String cell(List<String> cells, @Nullable String column) {
        Integer index = column == null ? null : columns.get(column);
        return index == null || index >= cells.size() ? "" : cells.get(index).strip();
    }

    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message, null, false, false);
        }
    }
}
