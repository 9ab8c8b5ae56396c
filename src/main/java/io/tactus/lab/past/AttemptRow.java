package io.tactus.lab.past;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An attempt as the database has it, times in seconds; -1 for what did not happen.
 *
 * @param outcome empty while it is under way
 */
record AttemptRow(
        double at,
        double answered,
        double connected,
        double ended,
        String outcome,
        int cause,
        String detail,
        double detection,
        long agentId) {
    private static final int NORMAL_CLEARING = 16;

    static AttemptRow of(ResultSet row) throws SQLException {
        String outcome = row.getString(5);
        return new AttemptRow(
                Math.max(0, row.getDouble(1)),
                time(row, 2),
                time(row, 3),
                time(row, 4),
                outcome == null ? "" : outcome,
                row.getInt(6),
                row.getString(7),
                row.getInt(8) / 1e3,
                row.getLong(9));
    }

    private static double time(ResultSet row, int column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? -1 : Math.clamp(seconds, 0, Dial.LONGEST);
    }

    /** @param answerBudget how long a person waits before the dialer lets go, in seconds */
    Dial dial(double answerBudget) {
        // Until detection has spoken, nobody knows that it is a person.
        double heard = answered < 0 ? -1 : answered + detection;
        if (connected >= 0) {
            // Whoever was connected took an agent's time, machines as well.
            boolean endSeen = ended >= 0 && !outcome.equals("INTERRUPTED") && !detail.contains("not seen");
            double from = answered < 0 ? connected : Math.min(heard, connected);
            return new Dial(
                    at, Ending.TALKED, from, connected - from, endSeen ? Math.max(0, ended - connected) : Dial.UNKNOWN);
        }
        return switch (outcome) {
            case "ANSWERED" -> new Dial(at, Ending.TALKED, or(heard, ended), 0, 0);
            case "ABANDONED" -> {
                double wait = Math.max(0, ended - or(heard, ended));
                yield detail.startsWith("hung up before")
                        ? new Dial(at, Ending.LEFT, or(heard, ended), wait, Dial.UNKNOWN)
                        : new Dial(at, Ending.ABANDONED, or(heard, ended), Math.min(wait, answerBudget), Dial.UNKNOWN);
            }
            case "MACHINE" -> fate(Ending.MACHINE, or(heard, ended));
            case "BUSY" -> fate(Ending.BUSY, ended);
            case "INVALID_NUMBER" -> fate(Ending.INVALID, ended);
            case "CONGESTION" -> fate(Ending.CONGESTION, ended);
            case "REJECTED" -> fate(Ending.REJECTED, ended);
            case "NO_ANSWER" -> fate(detail.startsWith("given up") ? Ending.GIVEN_UP : Ending.RANG_OUT, ended);
            case "FAILED" -> failed();
            // Under way, or lost from sight at an unknown time.
            default -> fate(Ending.GIVEN_UP, 0);
        };
    }

    private Dial failed() {
        if (!detail.isEmpty()) {
            return fate(Ending.GIVEN_UP, ended);
        }
        // Cleared by the network before anybody answered, as where it knows machines itself; else refused without a
        // reason.
        return fate(cause == NORMAL_CLEARING ? Ending.MACHINE : Ending.CONGESTION, ended);
    }

    private Dial fate(Ending ending, double after) {
        return new Dial(at, ending, Math.max(0, after), 0, Dial.UNKNOWN);
    }

    private static double or(double time, double otherwise) {
        return Math.max(0, time < 0 ? otherwise : time);
    }
}
