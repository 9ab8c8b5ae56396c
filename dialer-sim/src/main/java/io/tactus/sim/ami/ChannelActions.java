package io.tactus.sim.ami;

import io.tactus.sim.pbx.ChannelView;
import io.tactus.sim.pbx.Pbx;
import java.util.Locale;
import java.util.Optional;

/** What a client does to channels that live, and how it lists them. Responses go out before the events they cause. */
final class ChannelActions {
    private final Pbx pbx;

    ChannelActions(Pbx pbx) {
        this.pbx = pbx;
    }

    void addTo(Dispatcher dispatcher) {
        dispatcher.add("Bridge", this::bridge);
        dispatcher.add("AGI", this::agi);
        dispatcher.add("Hangup", this::hangUp);
        dispatcher.add("Redirect", this::redirect);
        dispatcher.add("Setvar", this::setVariable);
        dispatcher.add("Getvar", this::getVariable);
        dispatcher.add("MixMonitor", this::monitor);
        dispatcher.add("MixMonitorMute", this::muteMonitor);
        dispatcher.add("StopMixMonitor", this::stopMonitor);
        dispatcher.add("PlayDTMF", this::playDtmf);
        dispatcher.add("CoreShowChannels", this::coreShowChannels);
        dispatcher.add("Status", this::status);
    }

    private void bridge(Exchange exchange) {
        var first = exchange.find("Channel1");
        var second = exchange.find("Channel2");
        if (first.isEmpty() || second.isEmpty()) {
            exchange.error("Missing channel parameter in request");
        } else if (!pbx.exists(first.get())) {
            exchange.error("Channel1 does not exist: " + first.get());
        } else if (!pbx.exists(second.get())) {
            exchange.error("Channel2 does not exist: " + second.get());
        } else if (pbx.nameOf(first.get()).equals(pbx.nameOf(second.get()))) {
            exchange.error("Unable to add Channel2 to bridge: " + pbx.nameOf(second.get()));
        } else {
            exchange.success("Channels have been bridged");
            pbx.bridge(first.get(), second.get());
        }
    }

    private void agi(Exchange exchange) {
        var channel = exchange.find("Channel");
        var command = exchange.find("Command");
        if (channel.isEmpty() || command.isEmpty()) {
            exchange.error("Both, Channel and Command are *required*");
        } else if (!pbx.exists(channel.get())) {
            exchange.error("Channel " + channel.get() + " does not exist.");
        } else if (pbx.agi(channel.get(), command.get(), exchange.find("CommandID"))) {
            exchange.success("Added AGI command to queue");
        } else {
            exchange.error("Failed to add AGI command to channel " + pbx.nameOf(channel.get()) + " queue");
        }
    }

    private void hangUp(Exchange exchange) {
        var channel = exchange.find("Channel");
        if (channel.isEmpty()) {
            exchange.error("No channel specified");
        } else if (!pbx.exists(channel.get())) {
            exchange.error("No such channel");
        } else {
            exchange.success("Channel Hungup");
            var cause = exchange.request().get("Cause", "");
            pbx.hangUp(
                    channel.get(),
                    cause.matches("\\d{1,3}") && Integer.parseInt(cause) <= 127 ? Integer.parseInt(cause) : 0);
        }
    }

    private void redirect(Exchange exchange) {
        var channel = exchange.find("Channel");
        if (channel.isEmpty()) {
            exchange.error("Channel not specified");
        } else if (!pbx.exists(channel.get())) {
            exchange.error("Channel does not exist: " + channel.get());
        } else {
            exchange.success("Redirect successful");
            pbx.redirect(channel.get(), exchange.request().get("Context", ""));
        }
    }

    private void setVariable(Exchange exchange) {
        var variable = exchange.find("Variable");
        if (variable.isEmpty()) {
            exchange.error("No variable specified");
        } else {
            living(exchange, "No such channel").ifPresent(channel -> {
                pbx.setVariable(channel, variable.get(), exchange.request().get("Value", ""));
                exchange.success("Variable Set");
            });
        }
    }

    private void getVariable(Exchange exchange) {
        var variable = exchange.find("Variable");
        if (variable.isEmpty()) {
            exchange.error("No variable specified");
        } else {
            living(exchange, "No such channel")
                    .ifPresent(channel -> exchange.session()
                            .send(exchange.response("Success")
                                    .with("Variable", variable.get())
                                    .with("Value", pbx.variable(channel, variable.get()))));
        }
    }

    private void monitor(Exchange exchange) {
        living(exchange, "No such channel").ifPresent(channel -> {
            var bothSides = exchange.request().get("Options", "").contains("D");
            if (pbx.monitor(channel, exchange.request().get("File", ""), bothSides)) {
                exchange.session().send(exchange.response("Success"));
                pbx.announce(channel, "MixMonitorStart");
            } else {
                exchange.error("Could not start monitoring channel");
            }
        });
    }

    private void muteMonitor(Exchange exchange) {
        living(exchange, "No such channel").ifPresent(channel -> {
            if (pbx.monitored(channel)) {
                exchange.session().send(exchange.response("Success"));
                pbx.announce(channel, "MixMonitorMute");
            } else {
                exchange.error("Cannot set mute flag");
            }
        });
    }

    private void stopMonitor(Exchange exchange) {
        living(exchange, "No such channel").ifPresent(channel -> {
            if (pbx.stopMonitor(channel)) {
                exchange.session().send(exchange.response("Success"));
                pbx.announce(channel, "MixMonitorStop");
            } else {
                exchange.error("Could not stop monitoring channel");
            }
        });
    }

    private void playDtmf(Exchange exchange) {
        living(exchange, "Channel not found").ifPresent(channel -> exchange.success("DTMF successfully queued"));
    }

    private void coreShowChannels(Exchange exchange) {
        var channels = pbx.list();
        exchange.listBegins("Channels will follow");
        for (var channel : channels) {
            exchange.session()
                    .send(channel.snapshot()
                            .apply(exchange.item("CoreShowChannel"))
                            .with("Application", channel.application())
                            .with("ApplicationData", channel.applicationData())
                            .with("Duration", clock(channel.seconds()))
                            .with("BridgeId", channel.bridgeId()));
        }
        exchange.listEnds("CoreShowChannelsComplete", channels.size());
    }

    private void status(Exchange exchange) {
        var wanted = exchange.find("Channel");
        if (wanted.isPresent() && !pbx.exists(wanted.get())) {
            exchange.error("No such channel");
            return;
        }
        var channels = wanted.map(name -> pbx.find(name).stream().toList()).orElseGet(pbx::list);
        exchange.listBegins("Channel status will follow");
        for (ChannelView channel : channels) {
            exchange.session()
                    .send(channel.snapshot()
                            .apply(exchange.item("Status").with("Privilege", "Call"))
                            .with("Type", "PJSIP")
                            .with("BridgeID", channel.bridgeId())
                            .with("Application", channel.application())
                            .with("Data", channel.applicationData())
                            .with("Seconds", channel.seconds()));
        }
        exchange.session()
                .send(exchange.item("StatusComplete")
                        .with("EventList", "Complete")
                        .with("ListItems", channels.size())
                        .with("Items", channels.size()));
    }

    private Optional<String> living(Exchange exchange, String problem) {
        var channel = exchange.find("Channel").filter(pbx::exists);
        if (channel.isEmpty()) {
            exchange.error(problem);
        }
        return channel;
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
