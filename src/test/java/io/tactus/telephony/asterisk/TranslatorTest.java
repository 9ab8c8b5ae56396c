package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput.CallChannel;
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.floor.input.NetworkInput.LegChannel;
import io.tactus.floor.input.NetworkInput.Snapshot;
import io.tactus.telephony.asterisk.AmiEvent.Created;
import io.tactus.telephony.asterisk.AmiEvent.Detected;
import io.tactus.telephony.asterisk.AmiEvent.Entered;
import io.tactus.telephony.asterisk.AmiEvent.Executed;
import io.tactus.telephony.asterisk.AmiEvent.HungUp;
import io.tactus.telephony.asterisk.AmiEvent.Left;
import io.tactus.telephony.asterisk.AmiEvent.OfChannel;
import io.tactus.telephony.asterisk.AmiEvent.Parked;
import io.tactus.telephony.asterisk.AmiEvent.Ringing;
import io.tactus.telephony.asterisk.AmiEvent.Up;
import io.tactus.telephony.asterisk.ChannelIds.ChannelId;
import io.tactus.telephony.asterisk.ChannelIds.Customer;
import io.tactus.telephony.asterisk.ChannelIds.Leg;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TranslatorTest {
    private static final Customer C = new Customer(1);
    private static final Customer D = new Customer(2);
    private static final Leg A = new Leg(7, 3);
    private static final List<OfChannel> TALK = List.of(
            new Created(C),
            new Ringing(C),
            new Ringing(C),
            new Up(C),
            new Up(C),
            new Parked(C, false),
            new Entered(C, "b"),
            new Entered(A, "b"),
            new Left(C, "b"),
            new Left(A, "b"),
            new Parked(A, false),
            new HungUp(C, 16));

    private final FloorRecorder floor = new FloorRecorder();
    private final Channels channels = new Channels();
    private final List<ChannelId> hungUp = new ArrayList<>();
    private final TelephonyMetrics metrics = new TelephonyMetrics();
    private final Translator translator =
            new Translator(channels, "/rec", floor::offer, hungUp::add, bridged -> {}, metrics);
    private long nanos = 1_000;

    @Test
    void aWholeTalk() {
        take(new Created(A), new Parked(A, false));
        take(TALK);

        assertThat(floor.call(1)).containsExactly("Ringing", "Answered", "Parked", "Bridged(7)", "Ended(16)");
        assertThat(floor.leg(7)).containsExactly("LegParked", "LegParked");
        assertThat(channels.size()).isEqualTo(1);
        assertThat(metrics.answeredToBridged().getTotalCount()).isEqualTo(1);
    }

    @Test
    void everyEventTwiceSaysNothingTwice() {
        take(new Created(A), new Parked(A, false));
        for (OfChannel event : TALK) {
            take(event, event);
        }

        assertThat(floor.call(1)).containsExactly("Ringing", "Answered", "Parked", "Bridged(7)", "Ended(16)");
        assertThat(floor.leg(7)).containsExactly("LegParked", "LegParked");
    }

    @Test
    void whateverIsLostDoubledOrLateEachThingIsSaidAtMostOnceAndNothingAfterTheEnd() {
        for (long seed = 1; seed <= 3_000; seed++) {
            Random random = new Random(seed);
            FloorRecorder recorder = new FloorRecorder();
            Channels memory = new Channels();
            Translator under = new Translator(memory, "/rec", recorder::offer, id -> {}, bridged -> {}, metrics);
            List<OfChannel> events = new ArrayList<>();
            for (OfChannel event : TALK) {
                int copies = random.nextInt(10) == 0 ? 0 : random.nextInt(10) == 0 ? 2 : 1;
                events.addAll(Collections.nCopies(copies, event));
            }
            for (int i = 0; i < 3; i++) {
                int at = random.nextInt(events.size());
                events.add(Math.min(events.size() - 1, at + random.nextInt(4)), events.remove(at));
            }
            for (OfChannel event : events) {
                under.take(event, ++nanos);
            }

            List<String> story = recorder.call(1);
            assertThat(story).as("seed " + seed + " " + events).doesNotHaveDuplicates();
            if (story.contains("Ended(16)")) {
                assertThat(story).as("seed " + seed + " " + events).endsWith("Ended(16)");
                assertThat(memory.knows(C)).isFalse();
            }
        }
    }

    @Test
    void aLostAnswerIsImpliedByTheParking() {
        take(new Created(C), new Parked(C, false));

        assertThat(floor.call(1)).containsExactly("Answered", "Parked");
    }

    @Test
    void verdictsOfMachineDetection() {
        take(new Up(C), new Detected(C, "NOTSURE", "TOOLONG-1800"), new Detected(C, "HUMAN", "late"));

        assertThat(floor.call(1)).containsExactly("Answered", "Detected(UNSURE)");
    }

    @Test
    void anAgentWhoGoesFromCallToCall() {
        take(
                new Parked(A, false),
                new Up(C),
                new Entered(C, "b1"),
                new Entered(A, "b1"),
                new Up(D),
                new Entered(D, "b2"));
        // The new bridge's enter overtakes the old one's leave.
        take(new Entered(A, "b2"), new Left(A, "b1"), new Left(C, "b1"), new HungUp(C, 16));

        assertThat(floor.call(1)).containsExactly("Answered", "Bridged(7)", "Ended(16)");
        assertThat(floor.call(2)).containsExactly("Answered", "Bridged(7)");
        assertThat(snapshot(0, List.of()).calls()).containsExactly(new CallChannel(2, Found.BRIDGED, 7));
    }

    @Test
    void aVoicemailOfACallerWhoHungUpIsKeptEvenWhenItsEventIsLate() {
        take(new Parked(C, false), new HungUp(C, 0));
        take(new Executed(C, "tct-r-1-1", "200 result=-1 (hangup) endpos=15840"));
        take(new Executed(C, "tct-r-1-1", "200 result=-1 (hangup) endpos=15840"));

        assertThat(floor.inputs)
                .filteredOn(CallInput.VoicemailRecorded.class::isInstance)
                .containsExactly(new CallInput.VoicemailRecorded(1, "/rec/vm-1.wav", 1_980));
    }

    @Test
    void endsOfPrompts() {
        take(new Parked(C, false), new Executed(C, "tct-p-1-1", "200 result=0 endpos=3200"));
        take(new Executed(C, "tct-p-1-2", "200 result=-1 endpos=0"));
        take(new Executed(C, "tct-p-1-3", "510 Invalid or unknown command"));
        take(new Executed(C, "tct-p-1-4", "200 result=-1 endpos=800"));
        take(new Executed(C, "tct-w-1-5", "200 result=0"));
        take(new Executed(C, "somebody else's", "200 result=0"));

        assertThat(floor.call(1))
                .containsExactly(
                        "Answered", "Parked", "PromptFinished(true)", "PromptFinished(false)", "PromptFinished(false)");
    }

    @Test
    void whatNobodyWantsIsHungUpOnceItExists() {
        channels.getOrCreate(C, nanos).unwanted = true;

        take(new Created(C), new Ringing(C));

        assertThat(hungUp).containsExactly(C);
    }

    @Test
    void aReadingCorrectsWhatIsOlderAndLeavesWhatIsYounger() {
        take(new Ringing(C), new Parked(A, false));
        long asked = ++nanos;
        take(new Ringing(D), new Up(D));
        Snapshot snapshot = snapshot(
                asked,
                List.of(row(C, true, "", true, false), row(D, false, "", false, false), row(A, true, "", true, false)));

        assertThat(snapshot.calls())
                .containsExactlyInAnyOrder(new CallChannel(1, Found.PARKED, 0), new CallChannel(2, Found.BUSY, 0));
        assertThat(snapshot.legs()).containsExactly(new LegChannel(7, 3, Found.PARKED, 0));
        take(new Up(C), new Parked(C, false));
        assertThat(floor.call(1)).as("what the snapshot said is not said again").containsExactly("Ringing");
    }

    @Test
    void aReadingDoesNotRaiseTheDeadNorMissTheNewborn() {
        take(new Parked(C, false));
        long asked = ++nanos;
        take(new HungUp(C, 16), new Created(D));

        Snapshot snapshot = snapshot(asked, List.of(row(C, true, "", true, false)));

        assertThat(snapshot.calls()).containsExactly(new CallChannel(2, Found.RINGING, 0));
    }

    @Test
    void whatAReadingDoesNotShowIsForgotten() {
        take(new Parked(C, false), new Parked(A, false));

        Snapshot snapshot = snapshot(++nanos, List.of(row(A, true, "", true, false)));

        assertThat(snapshot.calls()).isEmpty();
        assertThat(channels.size()).isEqualTo(1);
    }

    @Test
    void aCustomerIsPutOnHoldAndBackMoreThanOnce() {
        take(new Parked(A, false), new Up(C), new Parked(C, false), new Entered(C, "b1"), new Entered(A, "b1"));
        take(new Left(C, "b1"), new Parked(C, true), new Parked(C, true), new Left(A, "b1"), new Parked(A, false));
        Snapshot snapshot = snapshot(++nanos, List.of(row(C, true, "", true, true)));
        assertThat(snapshot.calls()).containsExactly(new CallChannel(1, Found.HELD, 0));
        take(new Entered(C, "b2"), new Parked(A, false), new Entered(A, "b2"), new Left(C, "b2"), new Parked(C, true));

        assertThat(floor.call(1)).containsExactly("Answered", "Parked", "Bridged(7)", "Held", "Bridged(7)", "Held");
    }

    @Test
    void aThousandCallsLeaveNothingBehind() {
        for (int i = 1; i <= 10_000; i++) {
            take(new Created(new Customer(i)), new Up(new Customer(i)), new HungUp(new Customer(i), 16));
        }

        assertThat(channels.size()).isZero();
    }

    private Snapshot snapshot(long asked, List<ChannelRow> rows) {
        return channels.merge("node1", 5, asked == 0 ? 1 : asked, rows, ++nanos);
    }

    private void take(OfChannel... events) {
        take(List.of(events));
    }

    private void take(List<OfChannel> events) {
        for (OfChannel event : events) {
            translator.take(event, ++nanos);
        }
    }

    private static ChannelRow row(ChannelIds.ChannelId id, boolean up, String bridge, boolean inAgi, boolean held) {
        return new ChannelRow(id, "PJSIP/" + id, id.toString(), up, bridge, inAgi, held);
    }
}
