package io.tactus.floor;

import static io.tactus.floor.FloorState.MILLI;
import static io.tactus.floor.FloorState.SECOND;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.effect.TelephonyEffect.Prompt;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.OverflowAction;

/** What a person gets who found no agent, and what a machine hears. */
final class Overflow {
    static final long PROMPT_LIMIT = 120 * SECOND;
    private static final long VOICEMAIL_LIMIT = 300 * SECOND;

    private final FloorState state;
    private final CallEnd end;

    Overflow(FloorState state, CallEnd end) {
        this.state = state;
        this.end = end;
    }

    /** No agent within the budget: from here on a live person's call is abandoned, whatever is played. */
    void begin(Call call) {
        if (call.machine) {
            state.cellOf(call).unserved.remove(call.id);
            end.hangUp(call, Outcome.MACHINE, "no agent was free");
            return;
        }
        countAbandoned(call);
        if (!call.parked) {
            call.overflowDue = true;
            state.setTimer(call, 10 * SECOND);
            return;
        }
        state.cellOf(call).unserved.remove(call.id);
        OverflowAction action = state.campaignOf(call).settings.overflow();
        state.emit(new NewsEffect.Overflowed(call.id, call.campaignId, action, state.now));
        switch (action) {
            case HANG_UP -> end.hangUp(call, Outcome.ABANDONED, call.detail);
            case MESSAGE -> {
                state.move(call, CallStage.MESSAGE);
                state.setTimer(call, PROMPT_LIMIT);
                play(call, Prompt.SAFE_HARBOUR);
            }
            case VOICEMAIL -> {
                state.move(call, CallStage.VOICEMAIL);
                state.setTimer(call, VOICEMAIL_LIMIT);
                state.emit(new TelephonyEffect.RecordVoicemail(call.id, call.campaignId, call.node));
            }
        }
    }

    /** Sets the time at which the caller has waited for as long as the queue allows, unless there is none. */
    void limit(Call call) {
        int longest = state.campaignOf(call).settings.queue().longestWaitMillis();
        call.timer = 0;
        if (longest > 0) {
            state.setTimer(call, Math.max(0, call.launchedMicros + longest * MILLI - state.now));
        }
    }

    /** The caller has waited for as long as the queue allows. */
    void waitedTooLong(Call call) {
        call.detail = "waited for as long as the queue allows";
        begin(call);
    }

    private void countAbandoned(Call call) {
        if (!call.live) {
            Campaign campaign = state.campaignOf(call);
            call.live = true;
            campaign.countAbandoned(state.now);
        }
        call.verdict = Outcome.ABANDONED;
    }

    /** Who counts as abandoned is found in talk: what was known of the call came late, and nobody was abandoned. */
    void servedAfterAll(Call call) {
        if (call.verdict == Outcome.ABANDONED) {
            call.verdict = Outcome.ANSWERED;
            call.overflowDue = false;
            state.campaignOf(call).uncountAbandoned();
        }
    }

    void play(Call call, Prompt prompt) {
        state.emit(new TelephonyEffect.Play(call.id, call.campaignId, call.node, prompt));
    }

    void onPromptFinished(Call call, boolean played) {
        String detail = played ? call.detail : "the message could not be played";
        if (call.stage() == CallStage.MESSAGE) {
            end.hangUp(call, Outcome.ABANDONED, detail);
        } else if (call.stage() == CallStage.MACHINE_MESSAGE) {
            end.hangUp(call, Outcome.MACHINE, detail);
        }
    }

    void onVoicemail(Call call, CallInput.VoicemailRecorded recorded) {
        keepVoicemail(recorded);
        if (call.stage() == CallStage.VOICEMAIL) {
            end.hangUp(call, Outcome.ABANDONED, call.detail);
        }
    }

    void keepVoicemail(CallInput.VoicemailRecorded recorded) {
        if (recorded.lengthMillis() > 0) {
            state.emit(new StoreEffect.VoicemailLeft(
                    recorded.callId(), recorded.file(), recorded.lengthMillis(), state.now));
        }
    }
}
