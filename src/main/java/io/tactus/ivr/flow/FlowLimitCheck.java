package io.tactus.ivr.flow;

import java.util.List;
import java.util.regex.Pattern;

/** Whether what a flow has besides its nodes is what {@link Limits} allows. */
final class FlowLimitCheck {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

    private FlowLimitCheck() {}

    static void check(Flow flow, Findings findings) {
        findings.require(isLanguage(flow.language()), "", "language", "such as en or de-CH");
        findings.require(
                flow.nodes().size() >= 1 && flow.nodes().size() <= Limits.MOST_NODES,
                "",
                "nodes",
                "1 to " + Limits.MOST_NODES);
        flow.nodes().keySet().forEach(id -> findings.require(isName(id), id, "id", names()));
        findings.require(flow.data().size() <= Limits.MOST_DATA, "", "data", Limits.MOST_DATA + " names at most");
        for (String name : flow.data()) {
            boolean fits = Template.isName(name) && !name.equals(Flow.CALLER) && !name.equals(Flow.DID);
            findings.require(fits, "", "data", "names of variables, save " + Flow.CALLER + " and " + Flow.DID);
        }
        findings.require(flow.hours().size() <= Limits.MOST_HOURS, "", "hours", Limits.MOST_HOURS + " tables at most");
        flow.hours().forEach((name, hours) -> check(name, hours, findings));
    }

    private static void check(String name, Hours hours, Findings findings) {
        findings.require(isName(name), "", "hours", names());
        hours.week().values().forEach(spans -> check(name, spans, findings));
        findings.require(
                hours.holidays().size() <= Limits.MOST_HOLIDAYS,
                "",
                "hours." + name + ".holidays",
                Limits.MOST_HOLIDAYS + " at most");
        hours.holidays().values().forEach(spans -> check(name, spans, findings));
    }

    private static void check(String name, List<Hours.Span> spans, Findings findings) {
        String what = "hours." + name;
        findings.require(spans.size() <= Limits.MOST_SPANS, "", what, Limits.MOST_SPANS + " spans a day at most");
        for (Hours.Span span : spans) {
            findings.require(
                    span.isForward(),
                    "",
                    what,
                    "spans that end after they begin; what goes on after midnight belongs to the next day");
        }
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= Limits.LONGEST_NAME;
    }

    private static String names() {
        return "of 1 to " + Limits.LONGEST_NAME + " characters";
    }

    /** Whether a text names a language. */
    static boolean isLanguage(String text) {
        return LANGUAGE.matcher(text).matches();
    }
}
