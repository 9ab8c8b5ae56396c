package io.tactus.pacing;

import io.tactus.pacing.forecast.Forecast;
import io.tactus.pacing.forecast.WorkPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;

/** A moment of a campaign, put together by a test. */
public final class AView implements PacingView {
    public record BusyAgent(boolean talking, double ageSeconds) {}

    public static final long NOW = 1_700_000_000_000_000L;
    public int free;
    public int loggedIn = 10;
    public int waiting;
    public double callersWaiting;
    public double callersPerSecond;
    public long liveAnswers;
    public long abandoned;
    public long periodEndsMicros = NOW + 8 * 3_600_000_000L;
    public double missedPersons;
    public double cap = 0.03;
    public boolean releases;
    public boolean rescues;
    public final List<BusyAgent> busy = new ArrayList<>();
    public final List<Double> callAges = new ArrayList<>();
    public final Forecast forecast = new Forecast();
    public final Bank bank = new Bank();

    @Override
    public long nowMicros() {
        return NOW;
    }

    @Override
    public int freeAgents() {
        return free;
    }

    @Override
    public int loggedInAgents() {
        return loggedIn;
    }

    @Override
    public int callsInFlight() {
        return callAges.size();
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
        return callersWaiting;
    }

    @Override
    public double callersPerSecond() {
        return callersPerSecond;
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
        return cap;
    }

    @Override
    public long liveAnswers() {
        return liveAnswers;
    }

    @Override
    public double missedPersons() {
        return missedPersons;
    }

    @Override
    public long answersInTalk() {
        return 0;
    }

    @Override
    public long abandoned() {
        return abandoned;
    }

    @Override
    public long periodEndsMicros() {
        return periodEndsMicros;
    }

    @Override
    public long answerBudgetMicros() {
        return 2_000_000;
    }

    @Override
    public boolean releasesRungCalls() {
        return releases;
    }

    @Override
    public boolean rescuesFromWrapUp() {
        return rescues;
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
    public Forecast forecast() {
        return forecast;
    }

    @Override
    public Bank bank() {
        return bank;
    }

    @Override
    public void eachBusyAgent(BusyAgentVisitor visitor) {
        long id = 0;
        for (BusyAgent agent : busy) {
            visitor.visit(
                    ++id,
                    agent.talking() ? WorkPhase.TALK : WorkPhase.WRAP_UP,
                    NOW - (long) (agent.ageSeconds() * 1e6),
                    1,
                    true);
        }
    }

    @Override
    public void eachCallInFlight(InFlightVisitor visitor) {
        long id = 0;
        for (double age : callAges) {
            visitor.visit(++id, NOW - (long) (age * 1e6), NOW - (long) (age * 1e6), 0);
        }
    }
}
