package io.tactus.floor;

import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.effect.TelephonyEffect.Take;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.RecordingRule;
import io.tactus.floor.model.Talk.Tape;

/** Recordings of talks, as the campaign's rule allows. Each start is a recording of its own. */
final class Recorder {
    private final FloorState state;

    Recorder(FloorState state) {
        this.state = state;
    }

    private RecordingRule rule(Call call) {
        return state.campaignOf(call).settings.recording();
    }

    /** The talk begins. */
    void begin(Call call) {
        if (rule(call) == RecordingRule.ALL) {
            start(call);
        }
    }

    private void start(Call call) {
        call.talk.recording = state.now;
        turn(call, Tape.ON, Take.START);
        state.emit(new StoreEffect.RecordingBegan(call.id, call.agentId, call.talk.recording, state.now));
    }

    /** Says whether something changed; else the refusal is said. */
    boolean wants(Call call, Agent agent, Tape wanted) {
        String hindrance = hindrance(call, wanted);
        if (!hindrance.isEmpty()) {
            state.refuse("agent", agent.id, hindrance);
            return false;
        }
        switch (wanted) {
            case OFF -> stop(call);
            case ON -> {
                if (call.talk.tape.runs()) {
                    turn(call, Tape.ON, Take.RESUME);
                } else {
                    start(call);
                }
            }
            case PAUSED -> turn(call, Tape.PAUSED, Take.PAUSE);
            case FAILED -> {
                // Nobody wants that: refused above.
            }
        }
        return true;
    }

    private String hindrance(Call call, Tape wanted) {
        Tape present = call.talk.tape;
        if (rule(call) == RecordingRule.NONE) {
            return "the campaign does not allow recordings";
        }
        if (!state.nodeUp(call.node)) {
            return "the recording cannot be changed: no link to " + call.node;
        }
        if (wanted == Tape.FAILED || wanted == present || wanted == Tape.OFF && !present.runs()) {
            return "the recording is " + present + " already";
        }
        if (wanted == Tape.OFF && rule(call) == RecordingRule.ALL) {
            return "the campaign records every talk: the recording can be paused only";
        }
        return wanted == Tape.PAUSED && !present.runs() ? "nothing is recorded that could be paused" : "";
    }

    private void turn(Call call, Tape tape, Take take) {
        call.talk.tape = tape;
        state.emit(new TelephonyEffect.Record(call.id, call.node, call.talk.recording, take));
    }

    void stop(Call call) {
        if (call.talk.tape.runs()) {
            turn(call, Tape.OFF, Take.STOP);
            state.emit(new StoreEffect.RecordingEnded(call.id, call.talk.recording, "", state.now));
        }
    }

    /** Says whether it was the recording under way. */
    boolean onFailed(Call call, CallInput.RecordingFailed failed) {
        boolean present = call.talk.tape.runs() && call.talk.recording == failed.recording();
        if (present) {
            call.talk.tape = Tape.FAILED;
            state.anomaly("call", call.id, "is not recorded: " + failed.reason());
            state.emit(new StoreEffect.RecordingEnded(call.id, failed.recording(), failed.reason(), state.now));
        }
        return present;
    }
}
