package io.tactus.lab.past;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/** The agents of a recording: how many there are while the campaign dials, and their breaks. */
final class Crew {
    private static final double MINUTE = 60;
    /** A shorter pause is a slip of the finger. */
    private static final double SHORTEST_BREAK = 20;
    /** A longer one is the end of the shift. */
    private static final double LONGEST_BREAK = 4 * 3_600;

    private static final int FEWEST_BREAKS = 3;

    private final List<List<Recording.Stretch>> stretches;
    /** Middles of the minutes in which the campaign dialled, rising. */
    private final double[] minutes;

    Crew(Recording past) {
        this.stretches = past.stretches();
        this.minutes = past.dials().stream()
                .mapToDouble(dial -> (Math.floor(dial.at() / MINUTE) + 0.5) * MINUTE)
                .distinct()
                .sorted()
                .toArray();
    }

    ObjectNode staff() {
        long present = 0;
        long working = 0;
        double paused = 0;
        int breaks = 0;
        for (List<Recording.Stretch> agent : stretches) {
            Duty.State before = Duty.State.OUT;
            double callFrom = 0;
            for (Recording.Stretch stretch : agent) {
                Duty.State state = stretch.state();
                int dialled = before(stretch.to()) - before(stretch.from());
                if (state != Duty.State.OUT && state != Duty.State.ELSEWHERE) {
                    present += dialled;
                }
                if (state.atWork()) {
                    working += dialled;
                }
                if (isBreak(before, stretch)) {
                    breaks++;
                    // The laboratory's agents wish for a break at any time of a call and take what is left of it after
                    // the call.
                    boolean wished = before == Duty.State.WRAP_UP || before == Duty.State.TALKING;
                    paused += stretch.length() + (wished ? (stretch.from() - callFrom) / 2 : 0);
                }
                if (state == Duty.State.TALKING) {
                    callFrom = stretch.from();
                }
                before = state;
            }
        }
        ObjectNode staff = JsonNodeFactory.instance.objectNode();
        staff.put(
                "count",
                Math.clamp(Math.round(present / (double) Math.max(1, minutes.length)), 1, Recording.MOST_AGENTS));
        if (breaks >= FEWEST_BREAKS) {
            staff.put("breakEveryMinutes", FittedWorld.rounded(Math.clamp(working / (double) breaks, 1, 1_440)));
            staff.put("breakMinutes", FittedWorld.rounded(paused / breaks / MINUTE));
        }
        return staff;
    }

    /** Who begins the day with a pause is not at work yet, and who ends it with one is so no more. */
    private static boolean isBreak(Duty.State before, Recording.Stretch stretch) {
        return stretch.state() == Duty.State.PAUSED
                && before.atWork()
                && stretch.next() != Duty.State.OUT
                && stretch.length() >= SHORTEST_BREAK
                && stretch.length() <= LONGEST_BREAK;
    }

    private int before(double time) {
        int place = Arrays.binarySearch(minutes, time);
        return place >= 0 ? place : -place - 1;
    }
}
