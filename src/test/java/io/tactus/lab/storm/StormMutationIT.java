package io.tactus.lab.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The storm finds bugs of the kinds that dialers have: each is planted into the engine's source and must be found by a fixed number of stories. */
class StormMutationIT {
    private static final Logger ENGINE_LOG = Logger.getLogger("io.tactus.dialing");
    private static final int STORIES = 450;

    @BeforeAll
    static void quiet() {
        ENGINE_LOG.setLevel(Level.OFF);
    }

    static Stream<Mutant> bugs() {
        return Stream.of(
                new Mutant(
                        "a hang-up that was lost is not found by reading the channels",
                        "floor/NetworkFlow.java",
                        "                    calls.end.lost(call);\n",
                        ""),
                new Mutant(
                        "an answer is taken twice",
                        "floor/CallFlow.java",
                        "        if (call.stage() != CallStage.DIALLING && call.stage() != CallStage.RINGING) {\n"
                                + "            return;\n        }\n        Campaign",
                        "        if (call.answeredMicros > state.now - 1_000_000 && call.parked) {\n"
                                + "            return;\n        }\n        Campaign"),
                new Mutant(
                        "an agent is released twice: also by a call that was taken from the agent",
                        "floor/CallEnd.java",
                        "        if (agent != null && agent.callId == call.id) {",
                        "        if (agent != null && (call.agentId = 0) == 0) {"),
                new Mutant(
                        "a line is not given back when a call was interrupted",
                        "floor/CallEnd.java",
                        "        if (trunk != null) {",
                        "        if (trunk != null && outcome != Outcome.INTERRUPTED) {"),
                new Mutant(
                        "a person who is found again in talk counts as one more live answer",
                        "floor/CallFlow.java",
                        "        if (!call.machine && !call.live) {",
                        "        if (!call.machine) {"),
                new Mutant(
                        "a lease is kept: whoever had one may go on writing",
                        "lab/storm/store/MemoryStore.java",
                        "        return holder != null && holder.owner.equals(lease.owner()) && holder.epoch == lease.epoch();",
                        "        return holder != null;"),
                new Mutant(
                        "the originate leaves before the attempt is committed",
                        "dialing/GateWorker.java",
                        "        requests.forEach(request -> unanswered.add(request.callId()));\n",
                        "        requests.forEach(request -> unanswered.add(request.callId()));\n"
                                + "        requests.forEach(request -> floor.accept(new CallInput.GatePassed(request.callId())));\n"),
                new Mutant(
                        "a call that passed the gate is forgotten when the answer of the database was lost",
                        "dialing/GateWorker.java",
                        "verdict.rule().equals(GateStore.PASS) || again",
                        "verdict.rule().equals(GateStore.PASS)"),
                new Mutant(
                        "one call more than there are free agents",
                        "pacing/ProgressivePolicy.java",
                        "        int launch = free -",
                        "        int launch = 1 + free -"),
                new Mutant(
                        "recovery forgets the calls that were under way",
                        "dialing/Recovery.java",
                        "        calls.forEach(floor);\n",
                        ""),
                new Mutant(
                        "recovery leaves reserved what the engine before it had reserved",
                        "dialing/Recovery.java",
                        "store.freeReserved(lease.epoch())",
                        "0"),
                new Mutant(
                        "a batch that the database did not take is not tried again",
                        "dialing/StoreWorker.java",
                        "            again = true;\n",
                        "            batch.clear();\n"),
                new Mutant(
                        "nobody counts the seconds of a person who waits",
                        "floor/CallFlow.java",
                        "            state.setTimer(call, Math.max(0, campaign.settings.answerBudgetMillis() * MILLI - margin));\n",
                        ""),
                new Mutant(
                        "leads that were reserved in a try without an answer stay reserved",
                        "dialing/HopperWorker.java",
                        "            store.giveBackUnknown(campaignId, lease, calls.ids());\n",
                        ""),
                new Mutant(
                        "a call of before a restart holds no line",
                        "floor/FloorState.java",
                        "            trunk.occupy();\n",
                        ""),
                new Mutant(
                        "a phone outside gives its line never back",
                        "floor/LegLines.java",
                        "            trunk.release();\n",
                        ""),
                new Mutant(
                        "time stands still when the machine's clock is set back",
                        "platform/EngineClock.java",
                        "            return monotonic + aheadMicros.accumulateAndGet(wall - monotonic, Math::max);",
                        "            return wall;"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void theStormFinds(Mutant mutant) {
        LongFunction<String> storyteller = mutant.storyteller();
        assertThat(LongStream.rangeClosed(1, STORIES)
                        .mapToObj(storyteller)
                        .filter(broken -> !broken.isEmpty())
                        .findFirst())
                .as(mutant.bug())
                .isPresent();
    }

    @Test
    void theEngineItselfKeepsEveryPromiseInTheSameStories() {
        assertThat(LongStream.rangeClosed(1, STORIES)
                        .mapToObj(new Storyteller())
                        .filter(broken -> !broken.isEmpty()))
                .isEmpty();
    }

    @Test
    void aStoryIsTheSameEachTimeItIsTold() {
        Totals first = new Totals();
        Totals second = new Totals();
        for (long seed = 1; seed <= 10; seed++) {
            Story.tell(seed, first);
            Story.tell(seed, second);
        }
        assertThat(second.effects).isEqualTo(first.effects).isPositive();
        assertThat(second.checks).isEqualTo(first.checks);
        assertThat(second.callSeconds).isEqualTo(first.callSeconds);
        assertThat(second.faults).isEqualTo(first.faults);
    }
}
