package io.tactus.ivr.flow;

import io.tactus.ivr.flow.Node.Collect;
import io.tactus.ivr.flow.Node.Condition;
import io.tactus.ivr.flow.Node.Enqueue;
import io.tactus.ivr.flow.Node.HangUp;
import io.tactus.ivr.flow.Node.LookUp;
import io.tactus.ivr.flow.Node.Menu;
import io.tactus.ivr.flow.Node.OfferCallback;
import io.tactus.ivr.flow.Node.Say;
import io.tactus.ivr.flow.Node.SetVariable;
import io.tactus.ivr.flow.Node.Survey;
import io.tactus.ivr.flow.Node.Transfer;
import io.tactus.ivr.flow.Node.Voicemail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What nodes of different kinds have in common. */
final class NodeContent {
    private NodeContent() {}

    /** How it asks, if it does. */
    static Optional<Question> question(Node node) {
        return switch (node) {
            case Menu menu -> Optional.of(menu.question());
            case Collect collect -> Optional.of(collect.question());
            case OfferCallback offer -> Optional.of(offer.question());
            case Survey survey -> Optional.of(survey.question());
            case Say say -> Optional.empty();
            case Condition condition -> Optional.empty();
            case LookUp lookUp -> Optional.empty();
            case SetVariable set -> Optional.empty();
            case Enqueue enqueue -> Optional.empty();
            case Transfer transfer -> Optional.empty();
            case Voicemail voicemail -> Optional.empty();
            case HangUp hangUp -> Optional.empty();
        };
    }

    /** Everything that it says. */
    static List<Phrase> phrases(Node node) {
        return switch (node) {
            case Say say -> say.says();
            case Voicemail voicemail -> voicemail.says();
            default -> {
                List<Phrase> phrases = new ArrayList<>();
                question(node).ifPresent(question -> {
                    phrases.addAll(question.says());
                    phrases.addAll(question.wrong());
                });
                yield phrases;
            }
        };
    }

    /** Every variable that it reads. */
    static List<String> reads(Node node) {
        List<String> reads = new ArrayList<>();
        phrases(node).forEach(phrase -> reads.addAll(phrase.reads()));
        switch (node) {
            case Condition condition -> {
                if (condition.criterion() instanceof Criterion.Compare compare) {
                    reads.add(compare.variable());
                }
            }
            case LookUp lookUp -> reads.addAll(lookUp.url().reads());
            case SetVariable set -> reads.addAll(set.value().reads());
            case OfferCallback offer -> reads.add(offer.number());
            default -> {}
        }
        return reads.stream().distinct().toList();
    }
}
