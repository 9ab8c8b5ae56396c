package io.tactus.ivr.run;

import io.tactus.ivr.flow.Flow;
import io.tactus.ivr.flow.Phrase;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Puts values into phrases. */
final class Speech {
    private static final int LONGEST_NUMBER = 30;

    private Speech() {}

    /** What the phrase says now; nothing when its value is empty or is not of its kind. */
    static Optional<Utterance> say(Phrase phrase, Variables variables) {
        String language = variables.get(Flow.LANGUAGE);
        return switch (phrase) {
            case Phrase.Recorded recorded -> Optional.of(new Utterance.Prompt(recorded.prompt()));
            case Phrase.Text text ->
                Optional.of(variables.text(text.words()))
                        .filter(words -> !words.isBlank())
                        .map(words -> new Utterance.Words(words, language));
            case Phrase.Number number ->
                Optional.of(variables.get(number.variable()).strip())
                        .filter(value -> value.length() <= LONGEST_NUMBER && value.matches("[+-]?[0-9]+"))
                        .map(value -> new Utterance.Number(new BigInteger(value), language));
            case Phrase.Digits digits ->
                Optional.of(variables.get(digits.variable()).replaceAll("[^0-9]", ""))
                        .filter(value -> !value.isEmpty())
                        .map(value -> new Utterance.Digits(value, language));
            case Phrase.Date date -> day(variables.get(date.variable())).map(day -> new Utterance.Day(day, language));
        };
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
