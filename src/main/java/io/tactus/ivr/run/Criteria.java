package io.tactus.ivr.run;

import io.tactus.ivr.flow.Criterion;
import io.tactus.ivr.flow.Flow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers what conditions ask. */
final class Criteria {
    /** No caller's number is longer; a longer one would take long to compare. */
    private static final int LONGEST_NUMBER = 40;

    private Criteria() {}

    static boolean holds(Criterion criterion, Flow flow, Variables variables, Instant now) {
        return switch (criterion) {
            case Criterion.Open open ->
                Optional.ofNullable(flow.hours().get(open.hours()))
                        .map(hours -> hours.isOpen(now.atZone(flow.zone())))
                        .orElse(false);
            case Criterion.Compare compare -> holds(compare, variables.get(compare.variable()));
        };
    }

    private static boolean holds(Criterion.Compare compare, String variable) {
        String value = lower(variable);
        List<String> values = compare.values().stream().map(Criteria::lower).toList();
        return switch (compare.operator()) {
            case IS -> values.contains(value);
            case IS_NOT -> !values.contains(value);
            case STARTS_WITH -> values.stream().anyMatch(value::startsWith);
            case EMPTY -> value.isEmpty();
            case NOT_EMPTY -> !value.isEmpty();
            case LESS -> compared(value, values).map(sign -> sign < 0).orElse(false);
            case AT_LEAST -> compared(value, values).map(sign -> sign >= 0).orElse(false);
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).strip();
    }

    private static Optional<Integer> compared(String value, List<String> values) {
        return number(value)
                .flatMap(left ->
                        values.stream().findFirst().flatMap(Criteria::number).map(left::compareTo));
    }

    /** Without exponents, by which a short text could be an endless number. */
    private static Optional<BigDecimal> number(String text) {
        boolean is = text.length() <= LONGEST_NUMBER && text.matches("[+-]?[0-9]+(\\.[0-9]+)?");
        return is ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
