package io.tactus.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what the wire saw (the ledger) with what the database says, and lists every broken promise. */
final class Evidence {
    private static final String CUSTOMER = "tct-c-";
    /** Outcomes that the database may give to a call that ended so on the wire before anybody answered. */
    private static final Map<String, Set<String>> UNANSWERED = Map.of(
            "end:17", Set.of("BUSY", "INTERRUPTED", "FAILED"),
            "end:1", Set.of("INVALID_NUMBER", "INTERRUPTED", "FAILED"),
            "end:34", Set.of("CONGESTION", "INTERRUPTED", "FAILED"),
            "end:21", Set.of("REJECTED", "INTERRUPTED", "FAILED"));

    final List<String> broken = new ArrayList<>();
    final Map<String, Integer> outcomes = new TreeMap<>();
    int originated;
    int attempts;
    /** Dials that the engine gave up before it heard of their refusal. */
    int crossed;

    private final boolean fast;

    private final Map<Long, Integer> originates = new HashMap<>();
    private final Map<String, Integer> dialsOfNumber = new HashMap<>();
    private final Map<Long, String> ends = new HashMap<>();
    private final Set<Long> answered = new java.util.HashSet<>();

    Evidence(Path ledger, Connection database) throws IOException, SQLException {
        this(ledger, database, false);
    }

    /**
     * Compares.
     *
     * @param fast whether time runs faster than life: a few real milliseconds are then enough for the engine to give a dial up which the network
     *     refuses in the same moment; such ones are counted
     */
    Evidence(Path ledger, Connection database, boolean fast) throws IOException, SQLException {
        this.fast = fast;
        readLedger(ledger);
        readAttempts(database);
    }

    private void readLedger(Path ledger) throws IOException {
        for (String line : Files.readAllLines(ledger)) {
            String[] fields = line.split("\t", -1);
            if (fields.length < 4 || !fields[1].startsWith(CUSTOMER)) {
                continue;
            }
            long id = Long.parseLong(fields[1].substring(CUSTOMER.length(), fields[1].length() - 1));
            switch (fields[3]) {
                case "originate" -> {
                    originated++;
                    originates.merge(id, 1, Integer::sum);
                    dialsOfNumber.merge(fields[2], 1, Integer::sum);
                }
                case "answer" -> answered.add(id);
                default -> {
                    if (fields[3].startsWith("end:")) {
                        ends.put(id, fields[3]);
                    }
                }
            }
        }
        originates.forEach((id, times) -> {
            if (times > 1) {
                broken.add("attempt " + id + " was dialled " + times + " times");
            }
        });
        dialsOfNumber.forEach((number, times) -> {
            if (times > 1) {
                broken.add("a lead without redial was dialled " + times + " times");
            }
        });
    }

    private void readAttempts(Connection database) throws SQLException {
        Set<Long> known = new java.util.HashSet<>();
        try (PreparedStatement statement =
                        database.prepareStatement("select id, outcome, connected_at is not null from attempt");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                attempts++;
                long id = rows.getLong(1);
                known.add(id);
                String outcome = rows.getString(2);
                if (outcome == null) {
                    broken.add("attempt " + id + " has no outcome");
                    continue;
                }
                outcomes.merge(outcome, 1, Integer::sum);
                compare(id, outcome, rows.getBoolean(3));
            }
        }
        originates.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> broken.add("call " + id + " was dialled without an attempt in the database"));
    }

    private void compare(long id, String outcome, boolean connected) {
        String end = ends.get(id);
        if (!answered.contains(id)) {
            Set<String> allowed = end == null ? null : UNANSWERED.get(end);
            if (connected || outcome.equals("ANSWERED") || outcome.equals("ABANDONED")) {
                broken.add("attempt " + id + " says " + outcome + " but nobody answered");
            } else if (fast && allowed != null && outcome.equals("NO_ANSWER")) {
                crossed++;
            } else if (allowed != null && !allowed.contains(outcome)) {
                broken.add("attempt " + id + " says " + outcome + " but the wire says " + end);
            }
        }
        if (!originates.containsKey(id) && !outcome.equals("INTERRUPTED") && !outcome.equals("FAILED")) {
            broken.add("attempt " + id + " says " + outcome + " but was never dialled");
        }
    }
}
