package io.tactus.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The engine's time. Against a real telephone network it is the machine's UTC clock; in the demo it runs faster than life by a
 * factor, as the simulated network does. {@link #monotonicNanos()} is always real time, for technical deadlines.
 */
public final class EngineClock extends Clock {
    private final double speed;
    private final long startMicros;
    private final long startNanos;

    private EngineClock(double speed) {
        this.speed = speed;
        Instant now = Instant.now();
        this.startMicros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        this.startNanos = System.nanoTime();
    }

    /** The machine's time. */
    public static EngineClock realTime() {
        return new EngineClock(1);
    }

    /** Time that starts now and runs so many times as fast; 0.1 to 1000. */
    public static EngineClock faster(double speed) {
        if (speed < 0.1 || speed > 1_000) {
            throw new IllegalArgumentException("speed is " + speed + ", expected 0.1 to 1000");
        }
        return new EngineClock(speed);
    }

    /** Microseconds since the epoch. */
    public long micros() {
        if (speed == 1) {
            Instant now = Instant.now();
            return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        }
        return startMicros + (long) ((System.nanoTime() - startNanos) / 1_000 * speed);
    }

    /** Real nanoseconds from an arbitrary start. */
    public long monotonicNanos() {
        return System.nanoTime();
    }

    /** Simulated seconds per real second. */
    public double speed() {
        return speed;
    }

    /** How long so much engine time takes in real time. */
    public Duration realTimeOf(Duration engineTime) {
        return Duration.ofNanos((long) (engineTime.toNanos() / speed));
    }

    @Override
    public Instant instant() {
        return instantOf(micros());
    }

    /** Microseconds since the epoch as an instant. */
    public static Instant instantOf(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the engine's time is UTC; convert the instant instead of the clock");
    }
}
