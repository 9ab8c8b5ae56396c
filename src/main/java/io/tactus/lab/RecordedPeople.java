package io.tactus.lab;

import io.tactus.lab.past.Dial;
import io.tactus.lab.past.Fates;
import io.tactus.lab.past.Patience;
import io.tactus.lab.past.Recording;
import io.tactus.sim.world.Detection;
import io.tactus.sim.world.Fate;
import io.tactus.sim.world.Party;
import io.tactus.sim.world.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** The fates of a recording, in its order: the n-th dial meets the n-th of them. Dials beyond it draw from those of the same hour. */
final class RecordedPeople implements People {
    private final Recording day;
    private final Fates fates;
    private final List<Dial> inOrder;
    private final Patience patience;
    private final SplittableRandom random;
    private int next;

    RecordedPeople(Recording day, long seed) {
        this.day = day;
        this.random = new SplittableRandom(seed);
        this.fates = new Fates(day);
        this.inOrder = fates.completed(random);
        this.patience = new Patience(day.dials());
    }

    @Override
    public double promise(long lead) {
        return 0;
    }

    @Override
    public Fate fateOf(long lead, double part) {
        Dial fate =
                next < inOrder.size() ? inOrder.get(next++) : fates.drawn(day.begin() + part * day.length(), random);
        Duration after = MeasuredDials.seconds(fate.after());
        return switch (fate.ending()) {
            case TALKED, ABANDONED, LEFT ->
                MeasuredDials.answered(
                        after,
                        MeasuredDials.person(
                                MeasuredDials.seconds(fate.talk()), MeasuredDials.seconds(patience.of(fate, random))));
            case MACHINE -> MeasuredDials.answered(after, MeasuredDials.machine());
            case BUSY -> new Fate.Refused(Refusal.BUSY, after);
            case INVALID -> new Fate.Refused(Refusal.INVALID, after);
            case CONGESTION -> new Fate.Refused(Refusal.CONGESTION, after);
            case REJECTED -> new Fate.Refused(Refusal.REJECTED, after);
            case RANG_OUT, GIVEN_UP -> new Fate.RingsOut(MeasuredDials.RINGS_AFTER);
        };
    }

    @Override
    public Duration talk(long lead, Party.Person person) {
        return person.talk();
    }

    @Override
    public Detection detect(long lead, Party party) {
        throw new IllegalStateException("a recording has no machine detection: its word is part of the fates");
    }
}
