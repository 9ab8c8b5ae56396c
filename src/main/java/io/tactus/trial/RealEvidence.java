package io.tactus.trial;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/** Compares what the carrier played, what Asterisk counted, and what the database says. */
final class RealEvidence {
    private static final Pattern ANSWERED = Pattern.compile("number=\\+?(\\d+) .*answered=(\\d+)(?:\\.(\\d{3}))?");
    private static final Pattern MEDIA = Pattern.compile("media channel=tct-c-(\\d+)\\. sent=(\\d*) received=(\\d*)");
    /** A person in a hurry is gone before sound has gone both ways. */
    private static final int SHORT_CALL_MILLIS = 1_000;

    final List<String> broken = new ArrayList<>();
    private final Set<String> dialled = new HashSet<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    /** Microseconds from the carrier's 200 OK to both in the bridge, by campaign. */
    private final Map<Long, Histogram> answerToBridge = new TreeMap<>();

    private final Function<String, Set<String>> plan;
    private final Set<Long> cutShort;
    /** Now and then Asterisk has thrown its counters away before the hang-up handler reads them. */
    private final Set<Long> uncounted = new HashSet<>();

    private int attempts;
    private int withSound;
    private int withoutCount;

    /**
     * Compares.
     *
     * @param plan the outcomes that what the carrier plays for a number may have
     * @param cutShort attempts that were under way at a node when it died: they only have to be closed
     */
    RealEvidence(RealAsterisk asterisk, Connection database, Function<String, Set<String>> plan, Set<Long> cutShort)
            throws IOException, SQLException {
        this.plan = plan;
        this.cutShort = cutShort;
        Map<String, Long> answered = new HashMap<>();
        for (String line : asterisk.carrierLog()) {
            Matcher match = ANSWERED.matcher(line);
            if (match.find()) {
                long fraction = match.group(3) == null ? 0 : Long.parseLong(match.group(3));
                answered.put(match.group(1), Long.parseLong(match.group(2)) * 1_000 + fraction);
            }
        }
        Set<Long> sound = new HashSet<>();
        for (String line : asterisk.nodeLog()) {
            Matcher match = MEDIA.matcher(line);
            if (!match.find()) {
                continue;
            }
            long call = Long.parseLong(match.group(1));
            if (match.group(2).isEmpty() || match.group(3).isEmpty()) {
                uncounted.add(call);
            } else if (!match.group(2).equals("0") && !match.group(3).equals("0")) {
                sound.add(call);
            }
        }
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id, number, campaign_id, outcome, answered_at, connected_at, ended_at from attempt")) {
            while (row.next()) {
                attempts++;
                judge(row, answered, sound);
            }
        }
    }

    private void judge(ResultSet row, Map<String, Long> answered, Set<Long> sound) throws SQLException {
        String number = row.getString("number").substring(1);
        if (!dialled.add(number)) {
            broken.add(number + " was dialled more than once");
        }
        if (cutShort.contains(row.getLong("id"))) {
            if (row.getString("outcome") == null) {
                broken.add(number + " was cut short and never closed");
            }
            return;
        }
        String outcome = String.valueOf(row.getString("outcome"));
        outcomes.merge(outcome, 1, Integer::sum);
        Set<String> expected = plan.apply(number);
        if (!expected.contains(outcome)) {
            broken.add(number + " ended " + outcome + ", the carrier played " + String.join(" or ", expected));
        }
        Timestamp connected = row.getTimestamp("connected_at");
        if (connected == null) {
            return;
        }
        if (outcome.equals("ABANDONED")) {
            broken.add(number + " was abandoned and yet connected");
        }
        Long answer = answered.get(number);
        if (answer == null) {
            broken.add(number + " was connected, but the carrier never answered");
            return;
        }
        long bridged = connected.getTime() / 1_000 * 1_000_000 + connected.getNanos() / 1_000;
        delays(row.getLong("campaign_id")).recordValue(Math.max(0, bridged - answer));
        if (row.getTimestamp("ended_at").getTime() - connected.getTime() < SHORT_CALL_MILLIS) {
            return;
        }
        if (sound.contains(row.getLong("id"))) {
            withSound++;
        } else if (uncounted.contains(row.getLong("id"))) {
            withoutCount++;
        } else {
            broken.add(number + " was connected without sound both ways");
        }
    }

    /** The outcome that the carrier's number plan stands for; see asterisk/carrier/README.md. */
    static Set<String> played(String number) {
        int ones = number.charAt(number.length() - 1) - '0';
        int tens = number.charAt(number.length() - 2) - '0';
        return Set.of(
                switch (ones) {
                    case 5 -> "BUSY";
                    case 6 -> "NO_ANSWER";
                    case 7 -> "INVALID_NUMBER";
                    case 8 -> "MACHINE";
                    case 9 -> tens < 5 ? "CONGESTION" : "REJECTED";
                    default -> "ANSWERED";
                });
    }

    /** Microseconds from the carrier's 200 OK to both in the bridge. */
    Histogram delays(long campaign) {
        return answerToBridge.computeIfAbsent(campaign, id -> new Histogram(60_000_000, 3));
    }

    /** Prints the figures; answers the exit code. @param titles of what was measured, by campaign */
    int print(int leads, Map<Long, String> titles) {
        if (attempts != leads) {
            broken.add(leads + " leads, but " + attempts + " attempts");
        }
        printBooks();
        new TreeMap<>(titles).forEach((campaign, title) -> figures(title, delays(campaign)));
        long first = Collections.min(titles.keySet());
        boolean goal = delays(first).getValueAtPercentile(99) < 100_000;
        System.out.printf("goal p99 under 100 ms: %s%n", goal ? "reached" : "MISSED");
        return printBroken();
    }

    /** Prints the outcomes and what was heard. */
    void printBooks() {
        System.out.printf("%d attempts, outcomes %s%n", attempts, outcomes);
        System.out.printf(
                "sound both ways on %d connected calls, %d that Asterisk did not count%n", withSound, withoutCount);
        if (withoutCount > attempts / 50) {
            broken.add("Asterisk did not count the sound of " + withoutCount + " calls");
        }
    }

    /** Prints the broken promises; answers the exit code. */
    int printBroken() {
        broken.stream().limit(30).forEach(line -> System.out.println("BROKEN: " + line));
        System.out.printf("%d broken promises%n", broken.size());
        return broken.isEmpty() ? 0 : 1;
    }

    private static void figures(String what, Histogram histogram) {
        System.out.printf(
                "%s: %d calls, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                what,
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / 1_000.0,
                histogram.getValueAtPercentile(95) / 1_000.0,
                histogram.getValueAtPercentile(99) / 1_000.0,
                histogram.getMaxValue() / 1_000.0);
    }
}
