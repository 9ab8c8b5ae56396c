package io.tactus.sim.pbx;

/** Q.850 hangup causes and Asterisk's words for them. */
final class Causes {
    static final int UNKNOWN = 0;
    static final int NORMAL = 16;
    static final int NO_ANSWER = 19;

    private Causes() {}

    static String text(int cause) {
        return switch (cause) {
            case 1 -> "Unallocated (unassigned) number";
            case NORMAL -> "Normal Clearing";
            case 17 -> "User busy";
            case 18 -> "No user responding";
            case NO_ANSWER -> "User alerting, no answer";
            case 20 -> "Subscriber absent";
            case 21 -> "Call Rejected";
            case 27 -> "Destination out of order";
            case 28 -> "Invalid number format";
            case 31 -> "Normal, unspecified";
            case 34 -> "Circuit/channel congestion";
            case 38 -> "Network out of order";
            case 41 -> "Temporary failure";
            case 42 -> "Switching equipment congestion";
            case 127 -> "Interworking, unspecified";
            default -> "Unknown";
        };
    }
}
