package io.tactus.sim.pbx;

import io.tactus.sim.time.Timer;
import io.tactus.sim.world.Party;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One channel's state. Owned by the world thread; every class of this package changes only its own part of it. */
final class Channel {
    static final String UNKNOWN = "<unknown>";

    final String name;
    final String uniqueId;
    final String number;
    final long createdNanos;
    String linkedId;
    ChannelState state = ChannelState.DOWN;
    String callerNumber = UNKNOWN;
    String callerName = UNKNOWN;
    String connectedNumber = UNKNOWN;
    String connectedName = UNKNOWN;
    String context = Dialplan.ENTRY_CONTEXT;
    int priority = 1;
    /** What was dialled, of somebody who calls in. */
    String extension = "s";

    String accountCode = "";
    String application = "AppDial2";
    String applicationData = "(Outgoing Line)";
    int hangupCause;
    int techCause;
    boolean hungUp;
    final Map<String, String> variables = new HashMap<>();

    @Nullable
    Call call;

    @Nullable
    Bridge bridge;

    @Nullable
    Party party;

    /** When the far end answered; simulated nanoseconds. */
    long answeredNanos;
    /** The far end's own intention: to lose patience, to end the talk. */
    @Nullable
    Timer intention;
    /** A machine's end of tape, which nothing postpones. */
    @Nullable
    Timer tapeEnd;

    /** The unique id of the channel that this one listens to; empty for none. */
    String hears = "";

    boolean parked;
    boolean servedByAgi;
    long parkedNanos;
    long parkedWallNanos;
    final ArrayDeque<AgiCommand> commands = new ArrayDeque<>();

    @Nullable
    AgiCommand running;

    long runningSinceNanos;
    /** The next moment of the AGI loop or the end of the running command. */
    @Nullable
    Timer agiTimer;
    /** Runs when the running command is cut short. */
    @Nullable
    Runnable onInterrupt;

    Channel(String name, String uniqueId, String number, long createdNanos) {
        this.name = name;
        this.uniqueId = uniqueId;
        this.linkedId = uniqueId;
        this.number = number;
        this.createdNanos = createdNanos;
    }

    Optional<Party> party() {
        return Optional.ofNullable(party);
    }

    boolean isAgentLeg() {
        return party instanceof Party.AgentPhone;
    }

    void runs(String application, String data) {
        this.application = application;
        this.applicationData = data;
    }

    static void cancel(@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}
