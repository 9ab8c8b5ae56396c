package io.tactus.telephony.asterisk;

import io.tactus.floor.effect.TelephonyEffect.Take;
import io.tactus.floor.input.CallInput;
import io.tactus.telephony.asterisk.ChannelIds.Customer;
import io.tactus.telephony.asterisk.PendingActions.Reply;
import java.util.function.Consumer;
import org.asteriskjava.manager.action.MixMonitorAction;
import org.asteriskjava.manager.action.MixMonitorMuteAction;
import org.asteriskjava.manager.action.PlayDtmfAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.action.StopMixMonitorAction;
import org.jboss.logging.Logger;

/**
 * What is done with a customer who talks with an agent, at one node and on its thread: hold, hand-over, recording, keys.
 *
 * <p>Hold and hand-over redirect the customer's channel to a context of their own; the bridge breaks up and the agent's leg parks. That
 * the customer is on hold is told by the channel itself, as it enters AsyncAGI there.
 */
final class TalkCommands {
    static final String HOLD_CONTEXT = "tactus-hold";
    private static final String HAND_OVER_CONTEXT = "tactus-transfer";
    /** An option of MixMonitor: the customer's side and the agent's in channels of their own. */
    private static final String EACH_SIDE = "D";

    private static final Logger LOG = Logger.getLogger(TalkCommands.class);

    private final NodeLink link;
    private final String recordings;

    TalkCommands(NodeLink link, String recordings) {
        this.link = link;
        this.recordings = recordings;
    }

    void hold(long callId) {
        redirect(callId, HOLD_CONTEXT, () -> {});
    }

    void handOver(long callId, String trunk, String number) {
        try {
            SetVarAction to = new SetVarAction(
                    channel(callId),
                    "TACTUS_TO",
                    "PJSIP/" + AmiText.number("number", number) + "@" + AmiText.endpoint("trunk", trunk));
            link.send(
                    to,
                    reply -> whenDone(
                            callId,
                            reply,
                            () -> redirect(
                                    callId,
                                    HAND_OVER_CONTEXT,
                                    () -> link.outlet().give(new CallInput.HandedOver(callId)))));
        } catch (RefusedValueException e) {
            LOG.errorf("Call %d cannot be handed over: %s", callId, e.getMessage());
            link.outlet().give(new CallInput.MoveFailed(callId, "the number cannot be dialled"));
        }
    }

    private void redirect(long callId, String context, Runnable then) {
        link.send(new RedirectAction(channel(callId), context, "s", 1), reply -> whenDone(callId, reply, then));
    }

    private void whenDone(long callId, Reply reply, Runnable then) {
        switch (reply) {
            case Reply.Done done -> then.run();
            case Reply.Refused refused -> link.outlet().give(new CallInput.MoveFailed(callId, refused.message()));
            case Reply.Lost lost -> link.outlet().give(new CallInput.MoveFailed(callId, lost.reason()));
        }
    }

    void record(long callId, long recording, Take take) {
        switch (take) {
            case START ->
                link.send(new MixMonitorAction(channel(callId), file(callId, recording), EACH_SIDE), reply -> {
                    switch (reply) {
                        case Reply.Done done -> {
                            // It runs until it is stopped or the channel ends.
                        }
                        case Reply.Refused refused -> notRecorded(callId, recording, refused.message());
                        case Reply.Lost lost -> notRecorded(callId, recording, lost.reason());
                    }
                });
            case PAUSE -> mute(callId, 1);
            case RESUME -> mute(callId, 0);
            case STOP -> link.send(new StopMixMonitorAction(channel(callId)), ignored("stop of the recording", callId));
        }
    }

    private String file(long callId, long recording) {
        return recordings + "/" + fileName(callId, recording);
    }

    /** Name of the file of a recording: bare samples, as Asterisk writes them when each side has a channel of its own. */
    static String fileName(long callId, long recording) {
        return "rec-" + callId + "-" + recording + ".raw";
    }

    private void notRecorded(long callId, long recording, String reason) {
        link.outlet().give(new CallInput.RecordingFailed(callId, recording, reason));
    }

    private void mute(long callId, int muted) {
        link.send(new MixMonitorMuteAction(channel(callId), "both", muted), ignored("pause of the recording", callId));
    }

    void sendDigits(long callId, String digits) {
        try {
            for (char digit : AmiText.digits(digits).toCharArray()) {
                PlayDtmfAction play = new PlayDtmfAction(channel(callId), String.valueOf(digit));
                link.send(play, ignored("key", callId));
            }
        } catch (RefusedValueException e) {
            LOG.errorf("No keys are sent to call %d: they hold something else than keys", callId);
        }
    }

    private static Consumer<Reply> ignored(String what, long callId) {
        return reply -> {
            if (reply instanceof Reply.Refused refused) {
                LOG.infof("The %s of call %d was refused: %s", what, callId, refused.message());
            }
        };
    }

    private String channel(long callId) {
        return link.channels().address(new Customer(callId));
    }
}
