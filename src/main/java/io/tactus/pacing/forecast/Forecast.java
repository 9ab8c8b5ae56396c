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

    /** The same knowledge for a second reader, which has the tables made at other times. */
    public Forecast beside() {
        return new Forecast(answers, releases);
    }
}
