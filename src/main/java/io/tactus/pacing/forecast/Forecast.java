package io.tactus.pacing.forecast;

/** Everything that a campaign has learnt; it learns in every dial mode, so that a change of mode finds it ready. */
public final class Forecast {
    /** When calls on their way will ask for an agent. */
    public final AnswerForecast answers = new AnswerForecast();
    /** When busy agents will be free. */
    public final ReleaseForecast releases = new ReleaseForecast();
    /** When the tables of {@link #releases} were made, in microseconds since the epoch. */
    public long preparedMicros;
}
