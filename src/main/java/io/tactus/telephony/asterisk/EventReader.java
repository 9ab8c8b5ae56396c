package io.tactus.telephony.asterisk;

import io.tactus.telephony.asterisk.ChannelIds.ChannelId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.asteriskjava.manager.event.AsyncAgiExecEvent;
import org.asteriskjava.manager.event.AsyncAgiStartEvent;
import org.asteriskjava.manager.event.BridgeEnterEvent;
import org.asteriskjava.manager.event.BridgeLeaveEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.asteriskjava.manager.event.DialBeginEvent;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.asteriskjava.manager.event.ShutdownEvent;
import org.jspecify.annotations.Nullable;

/** Translates the library's events into ours, on its dispatch thread; events of other people's channels vanish here. */
final class EventReader {
    private static final int UP = 6;
    private static final int RINGING = 5;

    private static final Pattern NUMBER = Pattern.compile("[+]?[0-9]{1,30}");
    /** Where people who call in wait for the engine. */
    private static final String ENTRY_CONTEXT = "tactus-in";
    /** The application of a channel that another one dialled, which inherits the other's account code. */
    private static final String DIALLED = "AppDial";

    private final Channels channels;

    EventReader(Channels channels) {
        this.channels = channels;
    }

    Optional<AmiEvent> read(ManagerEvent event) {
        return switch (event) {
            case NewStateEvent state -> of(state.getUniqueId(), id -> stateOf(id, state.getChannelState()));
            case NewChannelEvent created -> of(created.getUniqueId(), AmiEvent.Created::new);
            case DialStateEvent dial ->
                "RINGING".equals(dial.getDialStatus())
                        ? of(dial.getDestUniqueId(), AmiEvent.Ringing::new)
                        : Optional.empty();
            case DialEndEvent dial ->
                "ANSWER".equals(dial.getDialStatus()) ? of(dial.getDestUniqueId(), AmiEvent.Up::new) : Optional.empty();
            case DialBeginEvent dial -> of(dial.getDestUniqueId(), AmiEvent.Created::new);
            case AsyncAgiStartEvent start ->
                isEntry(start)
                        ? cameIn(start, start.getChannel(), start.getUniqueId(), start.getExten())
                        : of(start.getUniqueId(), id -> new AmiEvent.Parked(id, isHold(start)));
            case AsyncAgiExecEvent exec -> of(exec.getUniqueId(), id -> executed(id, exec));
            case BridgeEnterEvent enter ->
                of(enter.getUniqueId(), id -> new AmiEvent.Entered(id, text(enter.getBridgeUniqueId())));
            case BridgeLeaveEvent leave ->
                of(leave.getUniqueId(), id -> new AmiEvent.Left(id, text(leave.getBridgeUniqueId())));
            case HangupEvent hangup ->
                of(hangup.getUniqueId(), id -> new AmiEvent.HungUp(id, number(hangup.getCause())))
                        .or(() -> isEntry(hangup)
                                ? Optional.of(new AmiEvent.WentAway(text(hangup.getUniqueId())))
                                : Optional.empty());
            case TactusAmdEvent amd ->
                of(amd.getUniqueId(), id -> new AmiEvent.Detected(id, text(amd.getStatus()), text(amd.getCause())));
            case OriginateResponseEvent done ->
                Optional.of(new AmiEvent.OriginateDone(
                        text(done.getActionId()), "Success".equals(done.getResponse()), number(done.getReason())));
            case CoreShowChannelEvent row ->
                idOf(row)
                        .<AmiEvent>map(id -> new AmiEvent.Listed(text(row.getActionId()), rowOf(id, row)))
                        .or(() -> isInAgi(row)
                                ? cameIn(row, row.getChannel(), row.getUniqueid(), row.getExten())
                                : Optional.empty());
            case CoreShowChannelsCompleteEvent complete ->
                Optional.of(new AmiEvent.ListComplete(text(complete.getActionId())));
            case FullyBootedEvent booted -> Optional.of(new AmiEvent.Booted());
            case ShutdownEvent shutdown -> Optional.of(new AmiEvent.ShuttingDown());
            default -> Optional.empty();
        };
    }

    private Optional<AmiEvent> of(@Nullable String uniqueId, Function<ChannelId, AmiEvent> event) {
        return channels.idOf(text(uniqueId)).map(event);
    }

    /** By the account code when it is a caller's who was taken by an engine before this one. */
    private Optional<ChannelId> idOf(CoreShowChannelEvent row) {
        return channels.idOf(text(row.getUniqueid()))
                .or(() -> DIALLED.equals(text(row.getApplication()))
                        ? Optional.empty()
                        : ChannelIds.find(text(row.getAccountcode())));
    }

    private static Optional<AmiEvent> cameIn(
            ManagerEvent event, @Nullable String channel, @Nullable String uniqueId, @Nullable String number) {
        return isEntry(event)
                ? Optional.of(new AmiEvent.CameIn(
                        text(channel), text(uniqueId), digits(number), digits(event.getCallerIdNum())))
                : Optional.empty();
    }

    private static boolean isEntry(ManagerEvent event) {
        return ENTRY_CONTEXT.equals(event.getContext());
    }

    /** A number as far as it is one. */
    private static String digits(@Nullable String text) {
        return NUMBER.matcher(text(text)).matches() ? text(text) : "";
    }

    private static AmiEvent stateOf(ChannelId id, @Nullable Integer state) {
        return switch (number(state)) {
            case UP -> new AmiEvent.Up(id);
            case RINGING -> new AmiEvent.Ringing(id);
            default -> new AmiEvent.Created(id);
        };
    }

    private static AmiEvent executed(ChannelId id, AsyncAgiExecEvent exec) {
        // A result of several lines is a complaint about the command; its first line tells the code.
        List<String> lines = exec.getResult() == null ? List.of() : exec.decodeResult();
        return new AmiEvent.Executed(id, text(exec.getCommandId()), lines.isEmpty() ? "" : lines.getFirst());
    }

    private static ChannelRow rowOf(ChannelId id, CoreShowChannelEvent row) {
        return new ChannelRow(
                id,
                text(row.getChannel()),
                text(row.getUniqueid()),
                number(row.getChannelState()) == UP,
                text(row.getBridgeid()),
                isInAgi(row),
                isHold(row));
    }

    private static boolean isInAgi(CoreShowChannelEvent row) {
        return "AGI".equalsIgnoreCase(text(row.getApplication()));
    }

    private static boolean isHold(ManagerEvent event) {
        return TalkCommands.HOLD_CONTEXT.equals(event.getContext());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
