package io.tactus.telephony.asterisk;

import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.telephony.asterisk.AgiCommands.Command;
import io.tactus.telephony.asterisk.AgiCommands.CommandId;
import io.tactus.telephony.asterisk.ChannelIds.ChannelId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the translator remembers of one channel: enough to say everything once. */
final class ChannelMemory {
    final ChannelId id;
    /** How commands name it: by our id, or, when somebody called in, by Asterisk's name. */
    final String address;
    /** Asterisk's id of it. */
    final String uniqueId;
    /** ActionID of the originate that made it; empty when another one did. */
    String origin = "";
    /** Whether Asterisk has shown it; before that it is only asked for. */
    boolean seen;

    boolean rang;
    boolean answered;
    boolean parked;
    /** Parked where the music on hold is. */
    boolean held;
    /** A customer parks once: after a bridge the dialplan hangs up. */
    boolean everParked;

    /** A leg whose voice a channel of its own brings to a customer. */
    boolean joins;

    boolean detected;
    /** To be hung up as soon as it exists. */
    boolean unwanted;
    /** Empty outside of a bridge. */
    String bridge = "";
    /** The last bridge that the floor was told of. */
    String toldBridge = "";

    long answeredNanos;
    long changedNanos;
    /** Commands under way and when they are certainly over. */
    private final Map<CommandId, Long> commands = new HashMap<>();

    private final Set<CommandId> done = new HashSet<>();

    ChannelMemory(ChannelId id, long nanos) {
        this(id, id.toString(), id.toString(), nanos);
    }

    /** Of somebody who called in. */
    ChannelMemory(ChannelId id, String address, String uniqueId, long nanos) {
        this.id = id;
        this.address = address;
        this.uniqueId = uniqueId;
        this.changedNanos = nanos;
    }

    /** Whether somebody called in, and waited for as long as that took. */
    boolean calledIn() {
        return !uniqueId.equals(id.toString());
    }

    void park() {
        parked = true;
        everParked = true;
        bridge = "";
    }

    /** It was to go elsewhere and did not. */
    void parkedAgain() {
        parked = answered && bridge.isEmpty();
    }

    void enter(String otherBridge) {
        parked = false;
        held = false;
        bridge = otherBridge;
        // What was to be played is dropped without an event.
        commands.clear();
    }

    void leave() {
        bridge = "";
    }

    void begin(Command command, long nanos) {
        commands.put(command.id(), nanos + command.longestSeconds() * 1_000_000_000L);
    }

    /** Says whether this is the first news of the command's end. */
    boolean end(CommandId command) {
        commands.remove(command);
        return done.add(command);
    }

    Found found(long nanos) {
        if (!answered) {
            return Found.RINGING;
        }
        if (!bridge.isEmpty()) {
            return Found.BRIDGED;
        }
        commands.values().removeIf(until -> until < nanos);
        if (parked && held) {
            return Found.HELD;
        }
        return parked && commands.isEmpty() ? Found.PARKED : Found.BUSY;
    }

    /** Asterisk's own word about the channel overrules what was remembered. */
    void correct(ChannelRow row) {
        seen = true;
        answered |= row.up();
        rang |= row.up();
        everParked |= row.up() && (row.inAgi() || !row.bridge().isEmpty());
        bridge = row.bridge();
        parked = row.up() && row.bridge().isEmpty() && (row.inAgi() || !commands.isEmpty());
        held = parked && row.held();
    }
}
