package io.tactus.filter;

import java.util.Arrays;
import java.util.Optional;

/** What is asked of a field. */
public enum Operator {
    IS("is", 1),
    IS_NOT("isNot", 1),
    ONE_OF("oneOf", Operator.MANY),
    STARTS_WITH("startsWith", 1),
    CONTAINS("contains", 1),
    EMPTY("empty", 0),
    NOT_EMPTY("notEmpty", 0),
    EQUALS("=", 1),
    NOT_EQUALS("!=", 1),
    LESS("<", 1),
    AT_MOST("<=", 1),
    MORE(">", 1),
    AT_LEAST(">=", 1),
    BEFORE("before", 1),
    AFTER("after", 1),
    /** Both ends count. */
    BETWEEN("between", 2);

    /** Any number of values, one at least. */
    static final int MANY = -1;

    private final String word;
    private final int count;

    Operator(String word, int count) {
        this.word = word;
        this.count = count;
    }

    /** How it is written. */
    public String word() {
        return word;
    }

    /** How many values it takes; {@link #MANY} for one or more. */
    int count() {
        return count;
    }

    static Optional<Operator> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
