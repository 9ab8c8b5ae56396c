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

    private record Running(Path file, long sinceNanos) {}

    Monitors(Scheduler scheduler, Recordings recordings) {
        this.scheduler = scheduler;
        this.recordings = recordings;
    }

    /** Says whether the file lies where recordings may lie. */
    boolean start(Channel channel, String file) {
        int dot = file.lastIndexOf('.');
        if (dot < 0) {
            return false;
        }
        return recordings
                .locate(file.substring(0, dot), file.substring(dot + 1))
                .map(path -> {
                    stop(channel);
                    running.put(channel, new Running(path, scheduler.nowNanos()));
                    return true;
                })
                .orElse(false);
    }

    /** Says whether there was one. */
    boolean stop(Channel channel) {
        var monitor = running.remove(channel);
        return monitor != null
                && recordings.write(monitor.file(), Duration.ofNanos(scheduler.nowNanos() - monitor.sinceNanos()));
    }

    boolean has(Channel channel) {
        return running.containsKey(channel);
    }
}
