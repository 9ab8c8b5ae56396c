package io.tactus.lab.optimum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the agents and those who wait for them can be doing: so many talk, so many are in each stage of wrap-up, the rest is free, and so many people
 * wait, which they do only while nobody is free.
 */
final class Agents {
    private record State(int talking, int first, int second, int third, int waiting) {
        int busy() {
            return talking + first + second + third;
        }
    }

    final int count;
    /** Busy agents in each state. */
    final int[] busy;
    /** The next states by the ends of stages, and how fast they come. */
    final int[][] next;

    final double[][] rate;
    /** The state after a live answer; the same state where the call is abandoned. */
    final int[] afterAnswer;
    /** Abandoned calls per second. */
    final double[] givenUp;
    /** 1 where a live answer is abandoned at once. */
    final double[] refused;

    Agents(World world) {
        List<State> states = new ArrayList<>();
        Map<State, Integer> index = new HashMap<>();
        int n = world.agents();
        for (int t = 0; t <= n; t++) {
            for (int a = 0; t + a <= n; a++) {
                for (int b = 0; t + a + b <= n; b++) {
                    for (int c = 0; t + a + b + c <= n; c++) {
                        int mostWaiting = t + a + b + c == n ? world.mostWaiting() : 0;
                        for (int q = 0; q <= mostWaiting; q++) {
                            State state = new State(t, a, b, c, q);
                            index.put(state, states.size());
                            states.add(state);
                        }
                    }
                }
            }
        }
        count = states.size();
        busy = new int[count];
        next = new int[count][4 + 1];
        rate = new double[count][4 + 1];
        afterAnswer = new int[count];
        givenUp = new double[count];
        refused = new double[count];
        double stage = world.wrapUpStageRate();
        for (int i = 0; i < count; i++) {
            State s = states.get(i);
            busy[i] = s.busy();
            givenUp[i] = s.waiting * world.giveUpRate();
            move(i, 0, s.talking * world.talkRate(), index, s, -1, 1, 0, 0, 0);
            move(i, 1, s.first * stage, index, s, 0, -1, 1, 0, 0);
            move(i, 2, s.second * stage, index, s, 0, 0, -1, 1, 0);
            boolean taken = s.waiting > 0;
            move(i, 3, s.third * stage, index, s, taken ? 1 : 0, 0, 0, -1, taken ? -1 : 0);
            move(i, 4, givenUp[i], index, s, 0, 0, 0, 0, -1);
            if (s.busy() < n) {
                afterAnswer[i] = find(index, s, 1, 0, 0, 0, 0);
            } else if (s.waiting < world.mostWaiting()) {
                afterAnswer[i] = find(index, s, 0, 0, 0, 0, 1);
            } else {
                afterAnswer[i] = i;
                refused[i] = 1;
            }
        }
    }

    private void move(
            int from, int slot, double speed, Map<State, Integer> index, State s, int t, int a, int b, int c, int q) {
        next[from][slot] = speed > 0 ? find(index, s, t, a, b, c, q) : from;
        rate[from][slot] = speed;
    }

    private static int find(Map<State, Integer> index, State s, int t, int a, int b, int c, int q) {
        State wanted = new State(s.talking + t, s.first + a, s.second + b, s.third + c, s.waiting + q);
        Integer found = index.get(wanted);
        if (found == null) {
            throw new IllegalStateException("no state " + wanted + " after " + s);
        }
        return found;
    }
}
