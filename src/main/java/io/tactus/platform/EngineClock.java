package io.tactus.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The engine's time. Against a real telephone network it is the machine's UTC clock; in the demo it runs faster than life by a
 * factor, as the simulated network does. {@link #monotonicNanos()} is always real time, for technical deadlines.
 *
 * <p>{@link #micros()}, by which the floor lives, never goes back and never stands still: when the machine's clock is set back, it runs on
 * ahead of it until the engine is started again. {@link #instant()}, by which law is judged, is always what the machine's clock says.
 */
public final class EngineClock extends Clock {
    private final double speed;
    private final long startMicros;
    private final long startNanos;
    private final LongSupplier wallMicros;
    private final LongSupplier nanos;
    /** How far the machine's clock was ahead of the monotonic one at most. */
    private final AtomicLong aheadMicros = new AtomicLong(Long.MIN_VALUE);

    private EngineClock(double speed, LongSupplier wallMicros, LongSupplier nanos) {
        this.speed = speed;
        this.wallMicros = wallMicros;
        this.nanos = nanos;
        this.startMicros = wallMicros.getAsLong();
        this.startNanos = nanos.getAsLong();
    }

    /** The machine's time. */
    public static EngineClock realTime() {
        return new EngineClock(1, EngineClock::machineMicros, System::nanoTime);
    }

    /** Time of a simulated machine. @param wallMicros its UTC clock, which may be set @param nanos its monotonic clock, which may not */
    public static EngineClock of(LongSupplier wallMicros, LongSupplier nanos) {
        return new EngineClock(1, wallMicros, nanos);
    }

    /** Time that starts now and runs so many times as fast; 0.1 to 1000. */
    public static EngineClock faster(double speed) {
        if (speed < 0.1 || speed > 1_000) {
            throw new IllegalArgumentException("speed is " + speed + ", expected 0.1 to 1000");
        }
        return new EngineClock(speed, EngineClock::machineMicros, System::nanoTime);
    }

    private static long machineMicros() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    /** Microseconds since the epoch, at no time less than before, whatever is done to the machine's clock. */
    public long micros() {
        if (speed == 1) {
            // The wall first: a pause between the two readings must not count as a step forward.
            long wall = wallMicros.getAsLong();
            long monotonic = nanos.getAsLong() / 1_000;
            return monotonic + aheadMicros.accumulateAndGet(wall - monotonic, Math::max);
        }
        return startMicros + (long) ((nanos.getAsLong() - startNanos) / 1_000 * speed);
    }

    /** Real nanoseconds from an arbitrary start. */
    public long monotonicNanos() {
        return nanos.getAsLong();
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
        return instantOf(speed == 1 ? wallMicros.getAsLong() : micros());
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
