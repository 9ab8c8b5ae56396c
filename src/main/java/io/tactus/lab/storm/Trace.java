package io.tactus.lab.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happened, in lines that people read; kept for the one story that is shown. */
final class Trace {
    private static final int LINES = 60;
    private static final int WIDTH = 220;
    private static final Pattern NAMED = Pattern.compile("(calls?|agent|lead|reservation|attempt|and) (\\d+)");

    private static final List<String> NOISE = List.of("RequestLeads[", "leads=[]", "CallMoved[");

    private final boolean kept;
    private final List<String> lines = new ArrayList<>();
    private Supplier<Long> clock = () -> 0L;

    Trace(boolean kept) {
        this.kept = kept;
    }

    void startClock(Supplier<Long> micros) {
        clock = micros;
    }

    void line(Supplier<String> what) {
        if (kept) {
            String text = what.get();
            if (NOISE.stream().anyMatch(text::contains)) {
                return;
            }
            lines.add("%9.3f s  %s"
                    .formatted(clock.get() * 1e-6, text.length() > WIDTH ? text.substring(0, WIDTH) + " ..." : text));
        }
    }

    void fault(Supplier<String> what) {
        line(() -> "! " + what.get().toUpperCase(Locale.ROOT));
    }

    /** Every fault, and the last lines that speak of the calls and agents that the broken promise names. */
    List<String> about(String promise) {
        List<Pattern> names = new ArrayList<>();
        Matcher named = NAMED.matcher(promise);
        while (named.find()) {
            String kind = named.group(1).equals("agent") || named.group(1).equals("lead") ? named.group(1) : "call";
            names.add(Pattern.compile(kind + "(Id=| )" + named.group(2) + "(?!\\d)"));
        }
        List<String> told = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0 && told.size() < LINES; i--) {
            String line = lines.get(i);
            boolean last = i >= lines.size() - 12;
            if (last
                    || !line.contains("Snapshot[")
                            && (line.contains("  ! ")
                                    || names.stream()
                                            .anyMatch(name -> name.matcher(line).find()))) {
                told.add(line);
            }
        }
        return told.reversed();
    }
}
