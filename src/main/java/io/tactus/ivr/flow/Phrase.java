package io.tactus.ivr.flow;

import java.util.List;

/** A part of what a caller hears at once. */
public sealed interface Phrase {
    /** Variables that it reads. */
    default List<String> reads() {
        return switch (this) {
            case Recorded recorded -> List.of();
            case Text text -> text.words().reads();
            case Number number -> List.of(number.variable());
            case Digits digits -> List.of(digits.variable());
            case Date date -> List.of(date.variable());
        };
    }

    /** A recorded prompt. @param prompt its id */
    record Recorded(long prompt) implements Phrase {}

    /** Words that a synthesiser speaks, in the caller's language. */
    record Text(Template words) implements Phrase {}

    /** A whole number, said as one: "four hundred and twelve". */
    record Number(String variable) implements Phrase {}

    /** Digits one by one. */
    record Digits(String variable) implements Phrase {}

    /** A day such as {@code 2026-11-30}. */
    record Date(String variable) implements Phrase {}
}
