package io.tactus.telephony.asterisk;

import io.tactus.floor.effect.TelephonyEffect.Monitor;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.model.Monitoring;
import io.tactus.telephony.asterisk.ChannelIds.Customer;
import io.tactus.telephony.asterisk.ChannelIds.Leg;
import io.tactus.telephony.asterisk.PendingActions.Reply;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.jboss.logging.Logger;

/**
 * What is done with an agent's leg that stands, at one node and on its thread: it is sent to where it hears another leg, and back to where it
 * parks. How it takes part is the extension; Asterisk's {@code ChanSpy} does it.
 *
 * <p>{@code ChanSpy} can speak to both sides as well, but then it holds on to the customer's channel, whose end is never told. So a channel of its
 * own, hung up by its id, brings the leg's voice to the customer.
 */
record LegCommands(NodeLink link, Leg leg) {
    private static final Logger LOG = Logger.getLogger(LegCommands.class);
    private static final String MONITOR_CONTEXT = "tactus-monitor";
    private static final String BARGE_CONTEXT = "tactus-barge";
    private static final String AGENT_CONTEXT = "tactus-agent";

    void monitor(Monitor wish) {
        unjoin();
        memory().ifPresent(memory -> {
            memory.parked = false;
            memory.joins = wish.how() == Monitoring.BARGE;
        });
        String target = new Leg(wish.targetId(), wish.targetLeg()).toString();
        // The underscores: the channel that whispers inherits it.
        link.send(new SetVarAction(leg.toString(), "__TACTUS_MONITORS", target), reply -> {});
        redirect(MONITOR_CONTEXT, wish.how().name().toLowerCase(Locale.ROOT));
        if (wish.how() == Monitoring.BARGE) {
            join(new Customer(wish.callId()));
        }
    }

    void park() {
        unjoin();
        redirect(AGENT_CONTEXT, "park");
    }

    private void join(Customer customer) {
        OriginateAction action = new OriginateAction();
        action.setChannel("Local/hear@" + BARGE_CONTEXT + "/n");
        action.setChannelId(voice());
        action.setContext(BARGE_CONTEXT);
        action.setExten("join");
        action.setPriority(1);
        action.setAsync(true);
        action.setVariables(Map.of(
                "__TACTUS_FROM", leg.toString(), "__TACTUS_TO", link.channels().address(customer)));
        link.send(action, reply -> {
            if (!(reply instanceof Reply.Done)) {
                LOG.warnf("%s is not heard by %s: %s", leg, customer, reply);
            }
        });
    }

    /** The customer hears the leg no more. */
    void unjoin() {
        memory().ifPresent(memory -> memory.joins = false);
        // Usually there is nothing to hang up.
        link.send(new HangupAction(voice()), reply -> {});
    }

    private String voice() {
        return "tct-j-" + leg.agentId() + "-" + leg.leg() + ".";
    }

    private void redirect(String context, String extension) {
        link.send(new RedirectAction(leg.toString(), context, extension, 1), reply -> {
            if (!(reply instanceof Reply.Done)) {
                LOG.infof("Leg %s cannot be sent to %s: %s", leg, extension, reply);
                stays();
            }
        });
    }

    /** The leg is where it was, if it still stands. */
    private void stays() {
        Optional<ChannelMemory> memory = memory();
        memory.ifPresent(ChannelMemory::parkedAgain);
        if (memory.isPresent() && memory.get().parked) {
            link.outlet().give(new AgentInput.LegParked(leg.agentId(), leg.leg()));
        }
    }

    private Optional<ChannelMemory> memory() {
        return link.channels().find(leg);
    }
}
