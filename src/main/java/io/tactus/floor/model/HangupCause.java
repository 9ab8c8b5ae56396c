package io.tactus.floor.model;

/** Q.850 causes of a hang-up, as Asterisk reports them, mapped to outcomes of a call that nobody answered. */
public final class HangupCause {
    /** Somebody has hung up; before an answer that is the far end or a network on the way, such as one that knows a machine. */
    public static final int NORMAL_CLEARING = 16;

    /** There is no such number. */
    public static final int UNALLOCATED_NUMBER = 1;

    /** Whoever it is cannot be reached now. */
    public static final int SUBSCRIBER_ABSENT = 20;
    /** All lines are busy. */
    public static final int NO_CIRCUIT = 34;

    private HangupCause() {}

    /**
     * The outcome of an unanswered call.
     *
     * @param cause Q.850 cause; 0 when unknown
     * @param rangOut whether the call had rung for its whole time
     */
    public static Outcome unanswered(int cause, boolean rangOut) {
        return switch (cause) {
            case 17 -> Outcome.BUSY;
            case 18, 19 -> Outcome.NO_ANSWER;
            // unallocated, no route (network, destination), number changed, bad number format, special information tone
            case 1, 2, 3, 4, 22, 28 -> Outcome.INVALID_NUMBER;
            case 21, 55, 57, 87 -> Outcome.REJECTED;
            // out of order, no circuit, network or temporary failure, switch congestion, resources, channel not
            // available
            case 27, 34, 38, 41, 42, 43, 44, 47, 58 -> Outcome.CONGESTION;
            // subscriber absent: the phone is off
            case 20 -> Outcome.NO_ANSWER;
            default -> rangOut ? Outcome.NO_ANSWER : Outcome.FAILED;
        };
    }
}
