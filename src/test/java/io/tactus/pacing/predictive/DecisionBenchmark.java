package io.tactus.pacing.predictive;

import io.tactus.pacing.AView;
import io.tactus.pacing.PacingDecision;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Time and garbage of one predictive decision by team size: {@code ./tactus bench decision}. Not run with the tests. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBenchmark {
    /** Agents logged in; nine in ten are busy, and six calls are in flight for ten agents. */
    @Param({"10", "100", "500", "5000"})
    public int agents;

    private final PredictivePolicy policy = new PredictivePolicy();
    private AView view = new AView();

    @Setup
    public void prepare() {
        Random random = new Random(1);
        view = new AView();
        view.loggedIn = agents;
        view.liveAnswers = 1_000;
        view.abandoned = 20;
        for (int i = 0; i < 500; i++) {
            if (random.nextDouble() < 0.25) {
                view.forecast.answers.asked(3 + 12 * random.nextDouble(), 0, 0);
            } else {
                view.forecast.answers.ended(25 * random.nextDouble(), 0, 0);
            }
            view.forecast.releases.talkEnded(1, 240 * random.nextDouble());
            view.forecast.releases.wrapUpEnded(1, 10 + 20 * random.nextDouble());
        }
        for (int i = 0; i < agents * 9 / 10; i++) {
            boolean talking = random.nextInt(6) > 0;
            view.busy.add(new AView.BusyAgent(talking, (talking ? 240 : 25) * random.nextDouble()));
        }
        for (int i = 0; i < agents * 6 / 10; i++) {
            view.callAges.add(20 * random.nextDouble());
        }
    }

    @Benchmark
    public PacingDecision decide() {
        return policy.decide(view);
    }

    /** The same when the tables of the forecast are due, which they are once a second. */
    @Benchmark
    public PacingDecision decideWithNewTables() {
        view.forecast.preparedMicros = 0;
        return policy.decide(view);
    }

    @Test
    void run() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(DecisionBenchmark.class.getName())
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }
}
