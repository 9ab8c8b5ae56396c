package io.tactus.lab.peer;

import io.tactus.pacing.Bank;
import io.tactus.pacing.PacingDecision;
import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.PacingView;
import io.tactus.pacing.forecast.Forecast;
import io.tactus.pacing.forecast.WorkPhase;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;

/** A floor as a policy sees it, written down by hand. */
record FakeFloor(
        double seconds,
        int free,
        int talking,
        int wrappingUp,
        int inFlight,
        int waiting,
        long answers,
        long drops,
        Forecast forecast)
        implements PacingView {
    private static final long BEGIN = 1_000_000_000_000L;

    static FakeFloor of(int free, int talking) {
        return new FakeFloor(0, free, talking, 0, 0, 0, 0, 0, new Forecast());
    }

    FakeFloor at(double when) {
        return new FakeFloor(when, free, talking, wrappingUp, inFlight, waiting, answers, drops, forecast);
    }

    FakeFloor withCalls(int ringing, int unserved) {
        return new FakeFloor(seconds, free, talking, wrappingUp, ringing, unserved, answers, drops, forecast);
    }

    FakeFloor withWrapUps(int count) {
        return new FakeFloor(seconds, free, talking, count, inFlight, waiting, answers, drops, forecast);
    }

    FakeFloor withDrops(long dropped, long ofAnswers) {
        return new FakeFloor(seconds, free, talking, wrappingUp, inFlight, waiting, ofAnswers, dropped, forecast);
    }

    /** Shows the floor to the policy each quarter of a second, up to this moment; answers its last decision. */
    PacingDecision shownTo(PacingPolicy policy, double until) {
        PacingDecision last = PacingDecision.LATER;
        for (double s = seconds; s <= until; s += 0.25) {
            last = policy.decide(at(s));
        }
        return last;
    }

    @Override
    public long nowMicros() {
        return BEGIN + Math.round(seconds * 1e6);
    }

    @Override
    public int freeAgents() {
        return free;
    }

    @Override
    public int loggedInAgents() {
        return free + talking + wrappingUp;
    }

    @Override
    public int callsInFlight() {
        return inFlight;
    }

    @Override
    public int callsUnserved() {
        return waiting;
    }

    @Override
    public int callsWaiting() {
        return waiting;
    }

    @Override
    public double callersWaiting() {
        return 0;
    }

    @Override
    public double callersPerSecond() {
        return 0;
    }

    @Override
    public int excessElsewhere() {
        return 0;
    }

    @Override
    public double linesPerAgent() {
        return 1;
    }

    @Override
    public double abandonmentCap() {
        return 0.03;
    }

    @Override
    public long liveAnswers() {
        return answers;
    }

    @Override
    public long answersInTalk() {
        return 0;
    }

    @Override
    public long abandoned() {
        return drops;
    }

    @Override
    public double missedPersons() {
        return 0;
    }

    @Override
    public long periodEndsMicros() {
        return BEGIN + 8 * 3_600_000_000L;
    }

    @Override
    public long answerBudgetMicros() {
        return 2_000_000;
    }

    @Override
    public boolean releasesRungCalls() {
        return false;
    }

    @Override
    public boolean rescuesFromWrapUp() {
        return false;
    }

    @Override
    public long lastDecisionMicros() {
        return 0;
    }

    @Override
    public PrimitiveIterator.OfDouble leadPromises(int aimed) {
        return DoubleStream.generate(() -> 0).iterator();
    }

    @Override
    public Bank bank() {
        return new Bank();
    }

    /** All have been busy since the beginning. */
    @Override
    public void eachBusyAgent(BusyAgentVisitor visitor) {
        for (int i = 0; i < talking + wrappingUp; i++) {
            visitor.visit(i, i < talking ? WorkPhase.TALK : WorkPhase.WRAP_UP, BEGIN, 1, true);
        }
    }

    @Override
    public void eachCallInFlight(InFlightVisitor visitor) {
        for (int i = 0; i < inFlight; i++) {
            visitor.visit(i, nowMicros(), 0, 0);
        }
    }
}
