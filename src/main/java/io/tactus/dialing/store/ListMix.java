package io.tactus.dialing.store;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Lets lists take turns by their shares: of any stretch of leads each list gives its share, to one lead, as long as it has leads. A lead moves its
 * list on by 1 / share, and the list that would be least far is next (weighted fair queueing; Demers, Keshav, Shenker 1989). A list that had no
 * leads for a time does not catch up with more than one share.
 */
final class ListMix {
    /** How far a list may be behind the first. */
    private static final double MOST_BEHIND = 1;

    /** A list. */
    static final class Turn {
        private final long list;
        private final int share;
        private double at;
        private int planned;

        /** @param at how far it is */
        Turn(long list, int share, double at) {
            this.list = list;
            this.share = share;
            this.at = at;
        }

        long list() {
            return list;
        }

        /** How far it is. */
        double at() {
            return at;
        }

        /** How many leads it should give now. */
        int planned() {
            return planned;
        }

        /** It gave so many. */
        void gave(int leads) {
            at += (double) leads / share;
        }

        private double next() {
            return at + (planned + 1.0) / share;
        }
    }

    private final List<Turn> turns;

    /** These lists have leads. */
    ListMix(List<Turn> turns) {
        this.turns = List.copyOf(turns);
        double first = turns.stream().mapToDouble(Turn::at).max().orElse(0);
        turns.forEach(turn -> turn.at = Math.max(turn.at, first - MOST_BEHIND));
    }

    /** Parts so many leads among the lists. @return those that should give any */
    List<Turn> plan(int count) {
        PriorityQueue<Turn> queue =
                new PriorityQueue<>(Comparator.comparingDouble(Turn::next).thenComparingLong(Turn::list));
        turns.forEach(turn -> {
            turn.planned = 0;
            queue.add(turn);
        });
        for (int i = 0; i < count && !queue.isEmpty(); i++) {
            Turn turn = queue.remove();
            turn.planned++;
            queue.add(turn);
        }
        return turns.stream().filter(turn -> turn.planned > 0).toList();
    }
}
