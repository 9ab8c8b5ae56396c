package io.tactus.ivr.run;

import static io.tactus.ivr.flow.AFlow.aFlow;
import static io.tactus.ivr.flow.AFlow.enqueue;
import static io.tactus.ivr.flow.AFlow.hangUp;
import static io.tactus.ivr.flow.AFlow.is;
import static io.tactus.ivr.flow.AFlow.lookUp;
import static io.tactus.ivr.flow.AFlow.offer;
import static io.tactus.ivr.flow.AFlow.survey;
import static io.tactus.ivr.flow.AFlow.transfer;
import static io.tactus.ivr.flow.AFlow.voicemail;
import static io.tactus.ivr.run.ACall.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.ivr.flow.AFlow;
import io.tactus.ivr.rehearsal.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a walk asks of the world, and what comes of the answers. */
class RequestsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static AFlow lookUpFlow() {
        return aFlow().node("crm", lookUp("https://crm.example/callers/{caller}?x=1", "segment", "found", "failed"))
                .node("found", is("segment", "gold", "gold", "failed"))
                .node("gold", hangUp())
                .node("failed", hangUp());
    }

    @Test
    void aLookUpGivesVariablesAndItsAddressIsEncoded() {
        assertThat(call(lookUpFlow()).from("+49 30/1?&#ä").effects(Effect.LookUp.class))
                .containsExactly(new Effect.LookUp(
                        "crm",
                        1,
                        "https://crm.example/callers/%2B49%2030%2F1%3F%26%23%C3%A4?x=1",
                        SECOND.multipliedBy(3)));
        assertThat(call(lookUpFlow())
                        .answer("crm", new Answer.Found(SECOND, Map.of("tier", "gold", "other", "x")))
                        .trace())
                .contains("crm LOOKED_UP segment")
                .endsWith("gold ENDED");
    }

    @Test
    void aLookUpThatFailsOrIsLateGoesItsOwnWayAndTheLateAnswerIsIgnored() {
        assertThat(call(lookUpFlow())
                        .answer("crm", new Answer.Not(SECOND, "status 500"))
                        .trace())
                .contains("crm REFUSED status 500")
                .endsWith("failed ENDED");
        ACall late = call(lookUpFlow()).answer("crm", new Answer.Found(Duration.ofSeconds(9), Map.of("tier", "gold")));
        assertThat(late.trace()).contains("crm TIMED_OUT").endsWith("failed ENDED");
        assertThat(late.effects(Effect.Withdraw.class)).containsExactly(new Effect.Withdraw("crm", 1));
    }

    private static AFlow queueFlow() {
        return aFlow().node("queue", enqueue("offer", "message", "survey"))
                .node("offer", offer("bye", "message", "message"))
                .node("message", voicemail("bye", "bye"))
                .node("survey", survey("bye", "bye"))
                .node("bye", hangUp());
    }

    @Test
    void anAgentTakesTheCallerWhoIsAskedHowItWas() {
        ACall call = call(queueFlow()).answer("queue", new Answer.Done(SECOND, Duration.ofHours(1)));
        assertThat(call.press(3_603, "4").trace())
                .containsSequence("queue QUEUED Support", "queue TAKEN", "queue TALK_ENDED", "survey ENTERED")
                .contains("survey ANSWERED satisfaction: 4");
        assertThat(call.effects(Effect.Enqueue.class))
                .containsExactly(new Effect.Enqueue("queue", 1, "Support", List.of("german"), 3));
        assertThat(call.effects(Effect.KeepAnswer.class))
                .containsExactly(new Effect.KeepAnswer("survey", "satisfaction", 4));
    }

    @Test
    void whoWaitsTooLongIsOfferedACallback() {
        ACall call = call(queueFlow()).answer("queue", new Answer.Silence()).press(62, "1");
        assertThat(call.trace())
                .containsSequence("queue TIMED_OUT", "offer ENTERED")
                .containsSequence("offer KEY 1", "offer TIMED_OUT");
        call.answer("offer", new Answer.Done(SECOND, Duration.ZERO));
        assertThat(call.trace()).containsSequence("offer PROMISED Support", "bye ENTERED");
        assertThat(call.effects(Effect.PromiseCallback.class))
                .extracting(Effect.PromiseCallback::number)
                .containsExactly("+4930123");
    }

    @Test
    void nobodyIsPromisedACallToAWithheldNumber() {
        ACall call =
                call(queueFlow()).from("").answer("queue", new Answer.Silence()).press(62, "1");
        assertThat(call.trace()).containsSequence("offer KEY 1", "offer REFUSED no number", "message ENTERED");
        assertThat(call.effects(Effect.PromiseCallback.class)).isEmpty();
    }

    @Test
    void aRefusingQueueLeadsToTheVoicemailBox() {
        ACall call = call(queueFlow()).answer("queue", new Answer.Not(Duration.ZERO, "no agents"));
        assertThat(call.trace())
                .containsSequence(
                        "queue REFUSED no agents", "message ENTERED", "message SAID", "message MESSAGE Support");
        assertThat(call.effects(Effect.TakeVoicemail.class))
                .extracting(Effect.TakeVoicemail::box)
                .containsExactly("Support");
    }

    @Test
    void aTransferEndsTheWalkButNotTheCall() {
        AFlow flow = aFlow().node("out", transfer("bye")).node("bye", hangUp());
        assertThat(call(flow).trace()).endsWith("out TRANSFERRED");
        assertThat(call(flow).effects(Effect.HangUp.class)).isEmpty();
        assertThat(call(flow).answer("out", new Answer.Not(SECOND, "busy")).trace())
                .contains("out REFUSED busy")
                .endsWith("bye ENDED");
    }
}
