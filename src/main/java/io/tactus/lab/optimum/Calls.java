package io.tactus.lab.optimum;

/** The calls on their way: so many in the first stage of ringing, so many in the second, if there is one. */
final class Calls {
    final int count;
    /** With one dial more; -1 where the limit is reached. Always a later state. */
    final int[] dialled;
    /** With one call in the second stage instead of the first, and how fast. */
    final int[] moved;

    final double[] moveRate;
    /** With one call less, and how fast calls end. */
    final int[] over;

    final double[] overRate;

    Calls(World world) {
        int most = world.mostCalls();
        boolean two = world.ringStages() == 2;
        int[][] at = new int[most + 1][most + 1];
        int n = 0;
        for (int first = 0; first <= most; first++) {
            for (int second = 0; second <= (two ? most - first : 0); second++) {
                at[first][second] = n++;
            }
        }
        count = n;
        dialled = new int[n];
        moved = new int[n];
        moveRate = new double[n];
        over = new int[n];
        overRate = new double[n];
        double stage = world.ringStageRate();
        for (int first = 0; first <= most; first++) {
            for (int second = 0; second <= (two ? most - first : 0); second++) {
                int i = at[first][second];
                dialled[i] = first + second < most ? at[first + 1][second] : -1;
                int ending = two ? second : first;
                overRate[i] = ending * stage;
                over[i] = ending == 0 ? i : two ? at[first][second - 1] : at[first - 1][second];
                moveRate[i] = two ? first * stage : 0;
                moved[i] = two && first > 0 ? at[first - 1][second + 1] : i;
            }
        }
    }
}
