package io.tactus.sim.pbx;

import io.tactus.sim.message.EventClass;
import io.tactus.sim.message.Message;
import io.tactus.sim.world.Detection;

/** Writes the events about channels, each with the channel's snapshot, in Asterisk's order of fields. */
final class ChannelEvents {
    private final EventSink sink;

    ChannelEvents(EventSink sink) {
        this.sink = sink;
    }

    void created(Channel channel) {
        sink.publish(snapshot(Message.event("Newchannel", EventClass.CALL), "", channel));
    }

    void stateChanged(Channel channel) {
        sink.publish(snapshot(Message.event("Newstate", EventClass.CALL), "", channel));
    }

    void dialBegun(Channel channel, String dialString) {
        sink.publish(dial("DialBegin", channel).with("DialString", dialString));
    }

    void dialState(Channel channel, String status) {
        sink.publish(dial("DialState", channel).with("DialStatus", status));
    }

    void dialEnded(Channel channel, String status) {
        sink.publish(dial("DialEnd", channel).with("DialStatus", status));
    }

    void originateResponse(OriginateRequest request, String channel, String uniqueId, boolean success, int reason) {
        var event = Message.event("OriginateResponse", EventClass.CALL);
        request.actionId().ifPresent(id -> event.with("ActionID", id));
        sink.publish(event.with("Response", success ? "Success" : "Failure")
                .with("Channel", channel)
                .with("Context", request.context())
                .with("Exten", "s")
                .with("Reason", reason)
                .with("Uniqueid", uniqueId)
                .with("CallerIDNum", request.callerNumber())
                .with("CallerIDName", request.callerName()));
    }

    void hungUp(Channel channel) {
        var event = snapshot(Message.event("Hangup", EventClass.CALL), "", channel)
                .with("Cause", channel.hangupCause)
                .with("Cause-txt", Causes.text(channel.hangupCause));
        if (channel.techCause != 0) {
            event.with("TechCause", channel.techCause);
        }
        sink.publish(event);
    }

    void detected(Channel channel, Detection detection) {
        sink.publish(snapshot(Message.event("UserEvent", EventClass.USER), "", channel)
                .with("UserEvent", "TactusAmd")
                .with("Status", detection.status())
                .with("Cause", detection.cause()));
    }

    void about(String name, EventClass eventClass, Channel channel) {
        sink.publish(snapshot(Message.event(name, eventClass), "", channel));
    }

    void agiStarted(Channel channel, String environment) {
        sink.publish(snapshot(Message.event("AsyncAGIStart", EventClass.AGI), "", channel)
                .with("Env", environment));
    }

    void agiExecuted(Channel channel, AgiCommand command, String encodedResult) {
        var event = snapshot(Message.event("AsyncAGIExec", EventClass.AGI), "", channel)
                .with("Result", encodedResult);
        command.commandId.ifPresent(id -> event.with("CommandId", id));
        sink.publish(event);
    }

    void bridge(String name, Bridge bridge) {
        sink.publish(describe(name, bridge));
    }

    void bridge(String name, Bridge bridge, Channel channel) {
        sink.publish(snapshot(describe(name, bridge), "", channel));
    }

    private static Message describe(String name, Bridge bridge) {
        return Message.event(name, EventClass.CALL)
                .with("BridgeUniqueid", bridge.id)
                .with("BridgeType", "basic")
                .with("BridgeTechnology", "simple_bridge")
                .with("BridgeCreator", Channel.UNKNOWN)
                .with("BridgeName", Channel.UNKNOWN)
                .with("BridgeNumChannels", bridge.members.size())
                .with("BridgeVideoSourceMode", "none");
    }

    private static Message dial(String name, Channel channel) {
        return snapshot(Message.event(name, EventClass.CALL), "Dest", channel);
    }

    static Message snapshot(Message message, String prefix, Channel channel) {
        return message.with(prefix + "Channel", channel.name)
                .with(prefix + "ChannelState", channel.state.code)
                .with(prefix + "ChannelStateDesc", channel.state.description)
                .with(prefix + "CallerIDNum", channel.callerNumber)
                .with(prefix + "CallerIDName", channel.callerName)
                .with(prefix + "ConnectedLineNum", channel.connectedNumber)
                .with(prefix + "ConnectedLineName", channel.connectedName)
                .with(prefix + "Language", "en")
                .with(prefix + "AccountCode", channel.accountCode)
                .with(prefix + "Context", channel.context)
                .with(prefix + "Exten", channel.extension)
                .with(prefix + "Priority", channel.priority)
                .with(prefix + "Uniqueid", channel.uniqueId)
                .with(prefix + "Linkedid", channel.linkedId);
    }
}
