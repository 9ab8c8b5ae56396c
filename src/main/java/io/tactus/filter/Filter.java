package io.tactus.filter;

import java.util.List;

/** What a lead must be like. Values are of the field's type: text, {@link java.math.BigDecimal}, {@link java.time.LocalDate}, boolean, or a list's number. */
public sealed interface Filter {
    /** Everything of it; nothing at all is asked when it is empty. */
    record All(List<Filter> of) implements Filter {
        /** Copies the list. */
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one of them. */
    record Any(List<Filter> of) implements Filter {
        /** Copies the list. */
        public Any {
            of = List.copyOf(of);
        }
    }

    /** Not this. */
    record Not(Filter of) implements Filter {}

    /** One question. An empty value answers no, save to {@code isNot}, {@code !=} and {@code empty}. */
    record Condition(Field field, Operator operator, List<Object> values) implements Filter {
        /** Copies the list. */
        public Condition {
            values = List.copyOf(values);
        }
    }
}
