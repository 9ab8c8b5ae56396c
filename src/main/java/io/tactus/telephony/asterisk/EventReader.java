package io.tactus.telephony.asterisk;

import io.tactus.telephony.asterisk.ChannelIds.ChannelId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    private EventReader() {}

    static Optional<AmiEvent> read(ManagerEvent event) {
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
            case AsyncAgiStartEvent start -> of(start.getUniqueId(), id -> new AmiEvent.Parked(id, isHold(start)));
            case AsyncAgiExecEvent exec -> of(exec.getUniqueId(), id -> executed(id, exec));
            case BridgeEnterEvent enter ->
                of(enter.getUniqueId(), id -> new AmiEvent.Entered(id, text(enter.getBridgeUniqueId())));
            case BridgeLeaveEvent leave ->
                of(leave.getUniqueId(), id -> new AmiEvent.Left(id, text(leave.getBridgeUniqueId())));
            case HangupEvent hangup ->
                of(hangup.getUniqueId(), id -> new AmiEvent.HungUp(id, number(hangup.getCause())));
            case TactusAmdEvent amd ->
                of(amd.getUniqueId(), id -> new AmiEvent.Detected(id, text(amd.getStatus()), text(amd.getCause())));
            case OriginateResponseEvent done ->
                Optional.of(new AmiEvent.OriginateDone(
                        text(done.getActionId()), "Success".equals(done.getResponse()), number(done.getReason())));
            case CoreShowChannelEvent row ->
                ChannelIds.find(text(row.getUniqueid()))
                        .map(id -> new AmiEvent.Listed(text(row.getActionId()), rowOf(id, row)));
            case CoreShowChannelsCompleteEvent complete ->
                Optional.of(new AmiEvent.ListComplete(text(complete.getActionId())));
            case FullyBootedEvent booted -> Optional.of(new AmiEvent.Booted());
            case ShutdownEvent shutdown -> Optional.of(new AmiEvent.ShuttingDown());
            default -> Optional.empty();
        };
    }

    private static Optional<AmiEvent> of(@Nullable String uniqueId, Function<ChannelId, AmiEvent> event) {
        return ChannelIds.find(text(uniqueId)).map(event);
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
                number(row.getChannelState()) == UP,
                text(row.getBridgeid()),
                "AGI".equalsIgnoreCase(text(row.getApplication())),
                isHold(row));
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
