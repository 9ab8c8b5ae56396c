package io.tactus.pacing.forecast;

/** Everything that a campaign has learnt; it learns in every dial mode, so that a change of mode finds it ready. */
public final class Forecast {
    /** When calls on their way will ask for an agent. */
    public final AnswerForecast answers;
    /** When busy agents will be free. */
    public final ReleaseForecast releases;
    /** When the tables of {@link #releases} were made, in microseconds since the epoch. */
    public long preparedMicros;

    /** Knows nothing yet. */
    public Forecast() {
        this(new AnswerForecast(), new ReleaseForecast());
    }

    private Forecast(AnswerForecast answers, ReleaseForecast releases) {
        this.answers = answers;
        this.releases = releases;
    }

    /** What was learnt before. @throws IllegalArgumentException when the memory is not understood */
    public static Forecast of(ForecastMemory memory) {
        memory.requireKnown();
        Forecast forecast = new Forecast();
        forecast.answers.recall(memory);
        forecast.releases.recall(memory);
        return forecast;
    }

    /** Whether a dial has taught anything yet. */
    public boolean learntAnything() {
        return answers.dials() > 0;
    }

    /** Writes down what was learnt. */
    public void keep(ForecastMemory.Writer memory) {
        answers.keep(memory);
        releases.keep(memory);
    }

    /** The same knowledge for a second reader, which has the tables made at other times. */
    public Forecast beside() {
        return new Forecast(answers, releases);
    }
}
