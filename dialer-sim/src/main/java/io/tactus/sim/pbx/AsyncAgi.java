package io.tactus.sim.pbx;

import io.tactus.sim.message.EventClass;
import io.tactus.sim.time.Scheduler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * AsyncAGI: channels parked and waiting for commands.
 *
 * <p>As in Asterisk, the loop looks for commands every 100 ms only, counted from the parking or the last command's end; commands
 * outlive a bridge; and a bridge that takes the channel away ends the AGI without a word (no AsyncAGIEnd, no result).
 */
final class AsyncAgi {
    private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

    private final Scheduler scheduler;
    private final ChannelEvents events;
    private final AgiExecution execution;
    private final FarEnd farEnd;
    private final Ends ends;

    /** How a channel leaves AGI: to the next step of the dialplan, or to its end. */
    interface Ends {
        void finished(Channel channel);

        void hangUp(Channel channel, int cause);
    }

    AsyncAgi(PbxParts parts, AgiExecution execution, FarEnd farEnd, Ends ends) {
        this.scheduler = parts.scheduler();
        this.events = parts.events();
        this.execution = execution;
        this.farEnd = farEnd;
        this.ends = ends;
    }

    void park(Channel channel) {
        channel.parked = true;
        channel.servedByAgi = true;
        channel.parkedNanos = scheduler.nowNanos();
        channel.parkedWallNanos = System.nanoTime();
        channel.runs("AGI", "agi:async");
        events.agiStarted(channel, environment(channel));
        farEnd.waits(channel);
        if (!channel.commands.isEmpty()) {
            runNext(channel);
        }
    }

    /** Queues a command; false when the channel has never been in AsyncAGI. */
    boolean add(Channel channel, AgiCommand command) {
        if (!channel.servedByAgi) {
            return false;
        }
        channel.commands.add(command);
        if (channel.parked && channel.running == null && channel.commands.size() == 1) {
            lookLater(channel);
        }
        return true;
    }

    /** Takes the channel out without any event, as a bridge does. */
    void leaveSilently(Channel channel) {
        stop(channel);
        channel.parked = false;
    }

    /** Ends the AGI because the channel is hung up or sent elsewhere: a running command ends with -1. */
    void leave(Channel channel) {
        if (!channel.parked) {
            return;
        }
        var command = channel.running;
        if (command != null) {
            stop(channel);
            events.agiExecuted(channel, command, encode(execution.interruptedResult(channel, command)));
        }
        end(channel);
    }

    private void end(Channel channel) {
        stop(channel);
        channel.parked = false;
        channel.commands.clear();
        events.about("AsyncAGIEnd", EventClass.AGI, channel);
    }

    private void stop(Channel channel) {
        Channel.cancel(channel.agiTimer);
        channel.agiTimer = null;
        channel.running = null;
        var interrupted = channel.onInterrupt;
        channel.onInterrupt = null;
        if (interrupted != null) {
            interrupted.run();
        }
    }

    private void lookLater(Channel channel) {
        var sinceLook = (scheduler.nowNanos() - channel.parkedNanos) % LOOK_NANOS;
        channel.agiTimer = scheduler.after(Duration.ofNanos(LOOK_NANOS - sinceLook), () -> runNext(channel));
    }

    private void runNext(Channel channel) {
        var command = channel.commands.poll();
        if (command == null) {
            return;
        }
        channel.running = command;
        channel.runningSinceNanos = scheduler.nowNanos();
        var outcome = execution.begin(channel, command);
        channel.onInterrupt = outcome.interrupted();
        if (outcome.takes().isZero()) {
            finish(channel, command, outcome);
        } else if (!outcome.lastsForEver()) {
            channel.agiTimer = scheduler.after(outcome.takes(), () -> finish(channel, command, outcome));
        }
    }

    private void finish(Channel channel, AgiCommand command, AgiOutcome outcome) {
        channel.running = null;
        channel.onInterrupt = null;
        outcome.finished().run();
        channel.parkedNanos = scheduler.nowNanos();
        events.agiExecuted(channel, command, encode(outcome.result()));
        switch (outcome.next()) {
            case STAY -> {
                farEnd.waits(channel);
                if (!channel.commands.isEmpty()) {
                    lookLater(channel);
                }
            }
            case LEAVE -> {
                end(channel);
                ends.finished(channel);
            }
            case HANG_UP -> ends.hangUp(channel, Causes.NORMAL);
            case FAR_END_HANGS_UP -> ends.hangUp(channel, Causes.UNKNOWN);
        }
    }

    private static String environment(Channel channel) {
        return encode("agi_request: async\nagi_channel: " + channel.name
                + "\nagi_language: en\nagi_type: PJSIP\nagi_uniqueid: "
                + channel.uniqueId + "\nagi_version: " + Pbx.VERSION + "\nagi_callerid: "
                + agiWord(channel.callerNumber)
                + "\nagi_calleridname: " + agiWord(channel.callerName)
                + "\nagi_callingpres: 0\nagi_callingani2: 0\nagi_callington: 0\nagi_callingtns: 0\nagi_dnid: unknown"
                + "\nagi_rdnis: unknown\nagi_context: " + channel.context + "\nagi_extension: s\nagi_priority: "
                + channel.priority + "\nagi_enhanced: 0.0\nagi_accountcode: \nagi_threadid: 1\n\n");
    }

    private static String agiWord(String value) {
        return value.equals(Channel.UNKNOWN) ? "unknown" : value;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
