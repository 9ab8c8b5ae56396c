package io.tactus.ivr.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tactus.ivr.flow.Criterion;
import io.tactus.ivr.flow.Node;
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
import io.tactus.ivr.flow.Phrase;
import io.tactus.ivr.flow.Question;
import java.time.Duration;
import java.util.List;

/** Writes a node as {@link NodeReader} reads it. Exits that lead nowhere are left out. */
final class NodeWriter {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private NodeWriter() {}

    static ObjectNode write(String id, Node node) {
        NodeWriter writer = new NodeWriter();
        writer.json.put("id", id);
        writer.write(node);
        node.exits().stream()
                .filter(exit -> !exit.leadsNowhere() && !exit.word().contains("."))
                .forEach(exit -> writer.json.put(exit.word(), exit.to()));
        return writer.json;
    }

    private void write(Node node) {
        switch (node) {
            case Say say -> kind("say").set("says", phrases(say.says()));
            case Menu menu -> {
                kind("menu");
                question(menu.question());
                ObjectNode choices = json.putObject("choices");
                menu.choices().forEach((key, to) -> choices.put(String.valueOf(key), to));
            }
            case Collect collect -> {
                kind("collect");
                question(collect.question());
                json.put("variable", collect.variable())
                        .put("fewest", collect.fewest())
                        .put("most", collect.most());
                seconds("betweenSeconds", collect.between());
            }
            case Condition condition -> kind("condition").set("if", criterion(condition.criterion()));
            case LookUp lookUp -> {
                kind("lookUp").put("url", lookUp.url().text());
                seconds("timeoutSeconds", lookUp.timeout());
                ObjectNode takes = json.putObject("takes");
                lookUp.takes().forEach(takes::put);
            }
            case SetVariable set ->
                kind("set")
                        .put("variable", set.variable())
                        .put("value", set.value().text());
            case Enqueue enqueue -> {
                kind("enqueue").put("queue", enqueue.queue());
                ArrayNode skills = json.putArray("skills");
                enqueue.skills().forEach(skills::add);
                json.put("priority", enqueue.priority());
                seconds("waitSeconds", enqueue.longest());
            }
            case Transfer transfer -> {
                kind("transfer").put("number", transfer.number());
                seconds("ringSeconds", transfer.ring());
            }
            case OfferCallback offer -> {
                kind("offerCallback");
                question(offer.question());
                json.put("accept", String.valueOf(offer.accept()))
                        .put("queue", offer.queue())
                        .put("number", offer.number());
            }
            case Voicemail voicemail -> {
                kind("voicemail").set("says", phrases(voicemail.says()));
                json.put("box", voicemail.box());
                seconds("mostSeconds", voicemail.most());
            }
            case Survey survey -> {
                kind("survey");
                question(survey.question());
                json.put("name", survey.name()).put("lowest", survey.lowest()).put("highest", survey.highest());
            }
            case HangUp hangUp -> kind("hangUp");
        }
    }

    private ObjectNode kind(String word) {
        return json.put("kind", word);
    }

    private void seconds(String field, Duration time) {
        json.put(field, time.toSeconds());
    }

    private void question(Question question) {
        json.set("says", phrases(question.says()));
        json.set("wrong", phrases(question.wrong()));
        json.put("attempts", question.attempts());
        seconds("waitSeconds", question.pause());
    }

    private static ArrayNode phrases(List<Phrase> phrases) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Phrase phrase : phrases) {
            ObjectNode each = json.addObject();
            switch (phrase) {
                case Phrase.Recorded recorded -> each.put("prompt", recorded.prompt());
                case Phrase.Text text -> each.put("text", text.words().text());
                case Phrase.Number number -> each.put("number", number.variable());
                case Phrase.Digits digits -> each.put("digits", digits.variable());
                case Phrase.Date date -> each.put("date", date.variable());
            }
        }
        return json;
    }

    private static ObjectNode criterion(Criterion criterion) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (criterion) {
            case Criterion.Open open -> json.put("open", open.hours());
            case Criterion.Compare compare -> {
                json.put("variable", compare.variable())
                        .put("operator", compare.operator().word());
                ArrayNode values = json.putArray("values");
                compare.values().forEach(values::add);
            }
        }
        return json;
    }
}
