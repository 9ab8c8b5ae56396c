package io.tactus.telephony.asterisk;

import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.CallInput.Detection;
import io.tactus.floor.input.Input;
import io.tactus.telephony.asterisk.AgiCommands.CommandId;
import io.tactus.telephony.asterisk.AgiCommands.Purpose;
import io.tactus.telephony.asterisk.AgiCommands.Result;
import io.tactus.telephony.asterisk.ChannelIds.ChannelId;
import io.tactus.telephony.asterisk.ChannelIds.Customer;
import io.tactus.telephony.asterisk.ChannelIds.Leg;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns one node's events into the floor's inputs. It holds no clock and no connection, and is used by one thread.
 *
 * <p>Events may be lost, doubled or late. Each input is said once: what a channel has said already is remembered until its end, and
 * its end for some time beyond. A later step implies the earlier ones (a parked customer has answered), so a lost event is made up for
 * by the next one. What no event makes up for is left to the next reading of all channels ({@link Channels#merge}).
 */
final class Translator {
    private final Channels channels;
    private final String recordings;
    private final Consumer<Input> floor;
    private final Consumer<ChannelId> hangUp;
    private final Consumer<CallInput.Bridged> bridged;
    private final TelephonyMetrics metrics;

    /**
     * A translator.
     *
     * @param hangUp ends a channel that nobody wanted any more before it existed
     * @param bridged hears of every bridge, before the floor does
     */
    Translator(
            Channels channels,
            String recordings,
            Consumer<Input> floor,
            Consumer<ChannelId> hangUp,
            Consumer<CallInput.Bridged> bridged,
            TelephonyMetrics metrics) {
        this.channels = channels;
        this.recordings = recordings;
        this.floor = floor;
        this.hangUp = hangUp;
        this.bridged = bridged;
        this.metrics = metrics;
    }

    void take(AmiEvent.OfChannel event, long nanos) {
        Optional<ChannelMemory> ended = channels.findEnded(event.id());
        if (ended.isPresent()) {
            afterTheEnd(ended.get(), event);
            return;
        }
        ChannelMemory channel = channels.getOrCreate(event.id(), nanos);
        channel.changedNanos = nanos;
        if (!channel.seen) {
            channel.seen = true;
            if (channel.unwanted && !(event instanceof AmiEvent.HungUp)) {
                hangUp.accept(channel.id);
            }
        }
        switch (event) {
            case AmiEvent.Created created -> {
                // Known from now on.
            }
            case AmiEvent.Ringing ringing -> rings(channel);
            case AmiEvent.Up up -> answers(channel, nanos);
            case AmiEvent.Parked parked -> parks(channel, parked.held(), nanos);
            case AmiEvent.Detected detected -> detected(channel, detected, nanos);
            case AmiEvent.Executed executed -> executed(channel, executed, false);
            case AmiEvent.Entered entered -> enters(channel, entered.bridge(), nanos);
            case AmiEvent.Left left -> {
                // Moving from bridge to bridge, the new one's enter may come before the old one's leave.
                if (channel.bridge.equals(left.bridge())) {
                    channel.leave();
                }
            }
            case AmiEvent.HungUp hungUp -> ends(channel, hungUp.cause());
        }
    }

    /** The channel's end, from Hangup or from whoever knows that no Hangup will come. */
    void ends(ChannelMemory channel, int cause) {
        channels.end(channel);
        floor.accept(
                switch (channel.id) {
                    case Customer customer -> new CallInput.Ended(customer.callId(), cause);
                    case Leg leg -> new AgentInput.LegEnded(leg.agentId(), leg.leg(), cause);
                });
    }

    private void rings(ChannelMemory channel) {
        if (!channel.rang && !channel.answered) {
            channel.rang = true;
            if (channel.id instanceof Customer customer) {
                floor.accept(new CallInput.Ringing(customer.callId()));
            }
        }
    }

    private void answers(ChannelMemory channel, long nanos) {
        if (!channel.answered) {
            channel.answered = true;
            channel.answeredNanos = nanos;
            if (channel.id instanceof Customer customer) {
                floor.accept(new CallInput.Answered(customer.callId()));
            }
        }
    }

    private void parks(ChannelMemory channel, boolean held, long nanos) {
        answers(channel, nanos);
        if (held && channel.id instanceof Customer customer) {
            if (!channel.held) {
                channel.park();
                channel.held = true;
                floor.accept(new CallInput.Held(customer.callId()));
            }
            return;
        }
        if (channel.parked || (channel.everParked && channel.id instanceof Customer)) {
            return;
        }
        channel.park();
        floor.accept(
                switch (channel.id) {
                    case Customer customer -> new CallInput.Parked(customer.callId());
                    case Leg leg -> new AgentInput.LegParked(leg.agentId(), leg.leg());
                });
    }

    private void detected(ChannelMemory channel, AmiEvent.Detected event, long nanos) {
        answers(channel, nanos);
        if (channel.detected || !(channel.id instanceof Customer customer)) {
            return;
        }
        channel.detected = true;
        Detection detection = switch (event.status()) {
            case "HUMAN" -> Detection.PERSON;
            case "MACHINE" -> Detection.MACHINE;
            default -> Detection.UNSURE;
        };
        floor.accept(new CallInput.Detected(customer.callId(), detection, event.cause()));
    }

    private void enters(ChannelMemory channel, String bridge, long nanos) {
        answers(channel, nanos);
        if (channel.bridge.equals(bridge)) {
            return;
        }
        channel.enter(bridge);
        channels.findPartner(channel).ifPresent(partner -> {
            ChannelMemory customer = channel.id instanceof Customer ? channel : partner;
            ChannelMemory leg = customer == channel ? partner : channel;
            together(customer, (Leg) leg.id, nanos);
        });
    }

    private void together(ChannelMemory channel, Leg leg, long nanos) {
        if (channel.id instanceof Customer customer && !channel.toldBridge.equals(channel.bridge)) {
            channel.toldBridge = channel.bridge;
            if (channel.answeredNanos != 0 && !channel.calledIn()) {
                metrics.bridged(nanos - channel.answeredNanos);
            }
            CallInput.Bridged input = new CallInput.Bridged(customer.callId(), leg.agentId());
            bridged.accept(input);
            floor.accept(input);
        }
    }

    /** Late and doubled events of a channel that is gone say nothing new, save for what the caller left behind. */
    private void afterTheEnd(ChannelMemory channel, AmiEvent.OfChannel event) {
        if (event instanceof AmiEvent.Executed executed) {
            executed(channel, executed, true);
        }
    }

    private void executed(ChannelMemory channel, AmiEvent.Executed event, boolean over) {
        Optional<CommandId> found = CommandId.find(event.commandId());
        if (found.isEmpty() || !channel.end(found.get())) {
            return;
        }
        CommandId command = found.get();
        Result result = AgiCommands.resultOf(event.result());
        if (command.purpose() == Purpose.RECORDING) {
            String file = AgiCommands.voicemailFile(recordings, command.callId());
            floor.accept(new CallInput.VoicemailRecorded(command.callId(), file, result.lengthMillis()));
        } else if (command.purpose() == Purpose.PROMPT && !over && (result.ok() || result.missing())) {
            // Broken off in the middle: the channel's end follows and says it all.
            floor.accept(new CallInput.PromptFinished(command.callId(), result.ok()));
        }
    }
}
