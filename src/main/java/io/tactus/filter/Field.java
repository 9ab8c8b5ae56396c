package io.tactus.filter;

import java.util.Arrays;
import java.util.Optional;

/** A field of a lead of which something can be asked. */
public sealed interface Field {
    /** The last outcome of a lead that was not dialled yet. */
    String NEVER = "NEVER";

    /** How it is written. */
    String word();

    /** What kind of values it has. */
    FieldType type();

    /** Whether leads can be put in order by it. */
    boolean sortable();

    /** A field that every lead has. */
    enum Own implements Field {
        LIST("list", FieldType.LIST),
        /** How often the lead was dialled. */
        ATTEMPTS("attempts", FieldType.NUMBER),
        /** What came of the last time; {@link #NEVER} for a lead that was not dialled yet. */
        LAST_OUTCOME("lastOutcome", FieldType.CODE),
        PRIORITY("priority", FieldType.NUMBER),
        FIRST_NAME("firstName", FieldType.TEXT),
        LAST_NAME("lastName", FieldType.TEXT),
        EXTERNAL_ID("externalId", FieldType.TEXT),
        NOTES("notes", FieldType.TEXT),
        /** A zone in which the next number may be. */
        ZONE("zone", FieldType.CODE),
        /** Kind of the next number. */
        PHONE_KIND("phoneKind", FieldType.CODE);

        private final String word;
        private final FieldType type;

        Own(String word, FieldType type) {
            this.word = word;
            this.type = type;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public FieldType type() {
            return type;
        }

        /** Priority comes before any order; codes and notes have none; of zones and kinds a lead has several. */
        @Override
        public boolean sortable() {
            return switch (this) {
                case LIST, ATTEMPTS, FIRST_NAME, LAST_NAME, EXTERNAL_ID -> true;
                case LAST_OUTCOME, PRIORITY, NOTES, ZONE, PHONE_KIND -> false;
            };
        }

        static Optional<Field> find(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word.equals(word))
                    .map(Field.class::cast)
                    .findFirst();
        }
    }

    /** A field that lists add. @param name as the list has it */
    record Custom(String name, FieldType type) implements Field {
        /** What stands before its name. */
        static final String PREFIX = "custom.";

        @Override
        public String word() {
            return PREFIX + name;
        }

        @Override
        public boolean sortable() {
            return true;
        }
    }
}
