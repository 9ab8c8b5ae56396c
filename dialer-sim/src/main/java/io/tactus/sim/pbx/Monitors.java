package io.tactus.sim.pbx;

import io.tactus.sim.time.Scheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** MixMonitor: one recording for each channel at most; its file is written when it ends. */
final class Monitors {
    private final Scheduler scheduler;
    private final Recordings recordings;
    private final Map<Channel, Running> running = new HashMap<>();

    private record Running(Path file, boolean bothSides, long sinceNanos) {}

    Monitors(Scheduler scheduler, Recordings recordings) {
        this.scheduler = scheduler;
        this.recordings = recordings;
    }

    /** Says whether the file lies where recordings may lie. @param bothSides each side of the talk has a channel of its own */
    boolean start(Channel channel, String file, boolean bothSides) {
        int dot = file.lastIndexOf('.');
        if (dot < 0) {
            return false;
        }
        return recordings
                .locate(file.substring(0, dot), file.substring(dot + 1))
                .map(path -> {
                    stop(channel);
                    running.put(channel, new Running(path, bothSides, scheduler.nowNanos()));
                    return true;
                })
                .orElse(false);
    }

    /** Says whether there was one. */
    boolean stop(Channel channel) {
        var monitor = running.remove(channel);
        if (monitor == null) {
            return false;
        }
        var length = Duration.ofNanos(scheduler.nowNanos() - monitor.sinceNanos());
        return monitor.bothSides()
                ? recordings.writeBothSides(monitor.file(), length)
                : recordings.write(monitor.file(), length);
    }

    boolean has(Channel channel) {
        return running.containsKey(channel);
    }
}
