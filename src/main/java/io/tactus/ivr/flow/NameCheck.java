package io.tactus.ivr.flow;

import io.tactus.ivr.flow.Finding.Kind;

/** Whether what a node names is there: prompts, queues, boxes, hours. */
final class NameCheck {
    private NameCheck() {}

    static void check(Flow flow, String id, Node node, Catalogue catalogue, Findings findings) {
        NodeContent.phrases(node).stream().distinct().forEach(phrase -> {
            if (phrase instanceof Phrase.Recorded recorded && !catalogue.hasPrompt(recorded.prompt())) {
                findings.add(Kind.NO_PROMPT, id, "says", "There is no prompt " + recorded.prompt() + ".");
            }
        });
        switch (node) {
            case Node.Enqueue enqueue -> queue(id, enqueue.queue(), catalogue, findings);
            case Node.OfferCallback offer -> queue(id, offer.queue(), catalogue, findings);
            case Node.Voicemail voicemail -> {
                if (!catalogue.hasBox(voicemail.box())) {
                    findings.add(
                            Kind.UNKNOWN_NAME,
                            id,
                            "box",
                            "There is no voicemail box called \"" + voicemail.box() + "\".");
                }
            }
            case Node.Condition condition -> {
                if (condition.criterion() instanceof Criterion.Open open
                        && !flow.hours().containsKey(open.hours())) {
                    findings.add(
                            Kind.UNKNOWN_NAME,
                            id,
                            "if",
                            "The flow has no table of hours called \"" + open.hours() + "\".");
                }
            }
            default -> {}
        }
    }

    private static void queue(String id, String queue, Catalogue catalogue, Findings findings) {
        if (!catalogue.hasQueue(queue)) {
            findings.add(Kind.UNKNOWN_NAME, id, "queue", "There is no queue called \"" + queue + "\".");
        }
    }
}
