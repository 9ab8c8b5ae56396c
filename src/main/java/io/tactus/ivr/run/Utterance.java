package io.tactus.ivr.run;

import java.math.BigInteger;
import java.time.LocalDate;

/** A part of what a caller hears, with every value in it. @see io.tactus.ivr.flow.Phrase */
public sealed interface Utterance {
    /** A recorded prompt. @param id of it */
    record Prompt(long id) implements Utterance {}

    /** Words for a synthesiser. */
    record Words(String text, String language) implements Utterance {}

    /** A whole number, said as one. */
    record Number(BigInteger value, String language) implements Utterance {}

    /** Digits one by one. */
    record Digits(String digits, String language) implements Utterance {}

    /** A day. */
    record Day(LocalDate day, String language) implements Utterance {}
}
