package io.tactus.filter;

import static io.tactus.filter.Operator.AFTER;
import static io.tactus.filter.Operator.AT_LEAST;
import static io.tactus.filter.Operator.AT_MOST;
import static io.tactus.filter.Operator.BEFORE;
import static io.tactus.filter.Operator.BETWEEN;
import static io.tactus.filter.Operator.CONTAINS;
import static io.tactus.filter.Operator.EMPTY;
import static io.tactus.filter.Operator.EQUALS;
import static io.tactus.filter.Operator.IS;
import static io.tactus.filter.Operator.IS_NOT;
import static io.tactus.filter.Operator.LESS;
import static io.tactus.filter.Operator.MORE;
import static io.tactus.filter.Operator.NOT_EMPTY;
import static io.tactus.filter.Operator.NOT_EQUALS;
import static io.tactus.filter.Operator.ONE_OF;
import static io.tactus.filter.Operator.STARTS_WITH;

import java.util.EnumSet;
import java.util.Set;

/** What kind of values a field has, and what can be asked of them. */
public enum FieldType {
    /** Compared without regard to capitals. */
    TEXT(EnumSet.of(IS, IS_NOT, ONE_OF, STARTS_WITH, CONTAINS, EMPTY, NOT_EMPTY)),
    NUMBER(EnumSet.of(EQUALS, NOT_EQUALS, LESS, AT_MOST, MORE, AT_LEAST, BETWEEN, EMPTY, NOT_EMPTY)),
    /** A day such as 2026-11-30. */
    DATE(EnumSet.of(IS, BEFORE, AFTER, BETWEEN, EMPTY, NOT_EMPTY)),
    BOOLEAN(EnumSet.of(IS, EMPTY, NOT_EMPTY)),
    /** One of the values that the engine knows. */
    CODE(EnumSet.of(IS, IS_NOT, ONE_OF)),
    /** The number of a list. */
    LIST(EnumSet.of(IS, IS_NOT, ONE_OF));

    private final Set<Operator> operators;

    FieldType(Set<Operator> operators) {
        this.operators = operators;
    }

    /** Whether values of this type can be asked so. */
    public boolean allows(Operator operator) {
        return operators.contains(operator);
    }

    /** What can be asked, in a fixed order. */
    public Set<Operator> operators() {
        return EnumSet.copyOf(operators);
    }
}
