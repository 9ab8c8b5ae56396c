package io.tactus.ivr.flow;

import io.tactus.ivr.flow.Limits.Range;
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
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Whether every value of a node is one that {@link Limits} allows. */
final class LimitCheck {
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,20}");
    /** The name of the server must not come from a caller. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?/[^\\s]*");

    private static final Pattern KEY = Pattern.compile("[0-9*#]");
    private static final String NAME = "of 1 to " + Limits.LONGEST_NAME + " characters";

    private final String id;
    private final Findings findings;

    private LimitCheck(String id, Findings findings) {
        this.id = id;
        this.findings = findings;
    }

    static void check(Flow flow, Findings findings) {
        FlowLimitCheck.check(flow, findings);
        flow.nodes().forEach((id, node) -> new LimitCheck(id, findings).check(node));
    }

    private void check(Node node) {
        NodeContent.phrases(node).forEach(this::phrase);
        NodeContent.question(node).ifPresent(this::question);
        switch (node) {
            case Say say -> count("says", say.says(), 1);
            case Menu menu -> menu(menu);
            case Collect collect -> collect(collect);
            case Condition condition -> condition(condition.criterion());
            case LookUp lookUp -> lookUp(lookUp);
            case SetVariable set -> {
                settable(set.variable());
                text("value", set.value().text());
            }
            case Enqueue enqueue -> enqueue(enqueue);
            case Transfer transfer -> {
                require(
                        NUMBER.matcher(transfer.number()).matches(),
                        "number",
                        "3 to 20 digits, perhaps with a + before");
                within("ringSeconds", transfer.ring(), Limits.RING);
            }
            case OfferCallback offer -> {
                key("accept", offer.accept());
                name("queue", offer.queue());
            }
            case Voicemail voicemail -> {
                count("says", voicemail.says(), 0);
                name("box", voicemail.box());
                within("mostSeconds", voicemail.most(), Limits.MESSAGE);
            }
            case Survey survey -> {
                name("name", survey.name());
                boolean fits = survey.lowest() >= 0 && survey.highest() <= 9 && survey.lowest() < survey.highest();
                require(fits, "lowest and highest", "digits, the lowest below the highest");
            }
            case HangUp hangUp -> {}
        }
    }

    private void phrase(Phrase phrase) {
        if (phrase instanceof Phrase.Text text) {
            require(!text.words().text().isBlank(), "text", "not blank");
            text("text", text.words().text());
        }
    }

    private void count(String what, List<Phrase> phrases, int fewest) {
        require(
                phrases.size() >= fewest && phrases.size() <= Limits.MOST_PHRASES,
                what,
                fewest + " to " + Limits.MOST_PHRASES + " phrases");
    }

    private void question(Question question) {
        count("says", question.says(), 1);
        count("wrong", question.wrong(), 0);
        require(
                question.attempts() >= 1 && question.attempts() <= Limits.MOST_ATTEMPTS,
                "attempts",
                "1 to " + Limits.MOST_ATTEMPTS);
        within("waitSeconds", question.pause(), Limits.WAIT);
    }

    private void menu(Menu menu) {
        require(!menu.choices().isEmpty(), "choices", "one at least");
        menu.choices().keySet().forEach(key -> key("choices", key));
    }

    private void collect(Collect collect) {
        settable(collect.variable());
        boolean fits =
                collect.fewest() >= 1 && collect.fewest() <= collect.most() && collect.most() <= Limits.MOST_DIGITS;
        require(fits, "fewest and most", "1 to " + Limits.MOST_DIGITS + ", the fewest not above the most");
        within("betweenSeconds", collect.between(), Limits.WAIT);
    }

    private void condition(Criterion criterion) {
        if (!(criterion instanceof Criterion.Compare compare)) {
            return;
        }
        Criterion.Operator operator = compare.operator();
        int given = compare.values().size();
        require(
                given >= operator.fewest() && given <= operator.most(),
                "values",
                operator.fewest() + " to " + operator.most() + " for " + operator.word());
        compare.values().forEach(value -> text("values", value));
    }

    private void lookUp(LookUp lookUp) {
        text("url", lookUp.url().text());
        boolean literal = lookUp.url().parts().stream().findFirst().orElse(null) instanceof Template.Literal first
                && ADDRESS.matcher(first.text()).matches();
        require(
                literal,
                "url",
                "an address of http or https, with variables only after the name of the server and a /");
        within("timeoutSeconds", lookUp.timeout(), Limits.LOOK_UP);
        require(lookUp.takes().size() <= Limits.MOST_TAKEN, "takes", Limits.MOST_TAKEN + " fields at most");
        lookUp.takes().forEach((variable, field) -> {
            settable(variable);
            name("takes", field);
        });
    }

    private void enqueue(Enqueue enqueue) {
        name("queue", enqueue.queue());
        require(enqueue.skills().size() <= Limits.MOST_SKILLS, "skills", Limits.MOST_SKILLS + " at most");
        enqueue.skills().forEach(skill -> name("skills", skill));
        require(
                enqueue.priority() >= 0 && enqueue.priority() <= Limits.HIGHEST_PRIORITY,
                "priority",
                "0 to " + Limits.HIGHEST_PRIORITY);
        within("waitSeconds", enqueue.longest(), Limits.QUEUE);
    }

    private void settable(String variable) {
        boolean fits = Template.isName(variable) && !variable.equals(Flow.CALLER) && !variable.equals(Flow.DID);
        require(fits, "variable", "a name that is not " + Flow.CALLER + " or " + Flow.DID);
    }

    private void key(String what, char key) {
        require(KEY.matcher(String.valueOf(key)).matches(), what, "a key: 0 to 9, * or #");
    }

    private void name(String what, String name) {
        require(!name.isBlank() && name.length() <= Limits.LONGEST_NAME, what, NAME);
    }

    private void text(String what, String text) {
        require(text.length() <= Limits.LONGEST_TEXT, what, Limits.LONGEST_TEXT + " characters at most");
    }

    private void within(String what, Duration time, Range range) {
        require(range.holds(time), what, range);
    }

    private void require(boolean fits, String what, Object allowed) {
        findings.require(fits, id, what, allowed);
    }
}
