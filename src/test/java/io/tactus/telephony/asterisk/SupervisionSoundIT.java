package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.floor.effect.TelephonyEffect.Monitor;
import io.tactus.floor.effect.TelephonyEffect.Take;
import io.tactus.floor.model.Monitoring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Who hears whom on the real Asterisk: each party plays a tone of its own, and what its ear gets is recorded and searched for the others'. */
class SupervisionSoundIT extends ConformanceStage {
    private static final int RATE = 8_000;
    private static final int SECONDS = 100;
    /** Of a tone that is there, of an amplitude of 8000. */
    private static final double AUDIBLE = 2_000;

    private enum Party {
        AGENT(400),
        CUSTOMER(700),
        SUPERVISOR(1_000);

        final int hertz;

        Party(int hertz) {
            this.hertz = hertz;
        }
    }

    private final Map<Party, String> ears = new EnumMap<>(Party.class);
    private int takes;

    @Override
    AsteriskUnderTest startAsterisk() {
        Assumptions.assumeTrue(LoopbackAsterisk.possible(), "needs root on a Debian-like machine");
        return new LoopbackAsterisk();
    }

    private long agent;
    private long boss;
    private long call;

    /** A talk, and a supervisor's leg that is free. */
    private void talk() throws IOException {
        agent = ids.incrementAndGet();
        boss = ids.incrementAndGet();
        call = ids.incrementAndGet();
        comes(Party.AGENT, "tct-a-" + agent + "-1.", "tactus-agent");
        comes(Party.SUPERVISOR, "tct-a-" + boss + "-1.", "tactus-agent");
        comes(Party.CUSTOMER, "tct-c-" + call + ".", "tactus-out");
        floor.awaitLeg(agent, "LegParked");
        floor.awaitLeg(boss, "LegParked");
        floor.awaitCallEndsWith(call, "Parked");
        telephony.bridge(call, agent, 1, NODE);
        floor.awaitCallEndsWith(call, bridgedWith(agent));
    }

    private void over() {
        hangUp(call);
        drop(agent);
        drop(boss);
    }

    @Test
    void eachWayOfListeningIsHeardByWhomItShouldAndByNobodyElse() throws Exception {
        talk();
        assertHeard(Set.of(Party.CUSTOMER), Set.of(Party.AGENT), Set.of());
        monitor(boss, agent, Monitoring.LISTEN, 0);
        assertHeard(Set.of(Party.CUSTOMER), Set.of(Party.AGENT), Set.of(Party.AGENT, Party.CUSTOMER));
        monitor(boss, agent, Monitoring.WHISPER, 0);
        assertHeard(Set.of(Party.CUSTOMER, Party.SUPERVISOR), Set.of(Party.AGENT), Set.of(Party.AGENT, Party.CUSTOMER));
        monitor(boss, agent, Monitoring.BARGE, call);
        assertHeard(
                Set.of(Party.CUSTOMER, Party.SUPERVISOR),
                Set.of(Party.AGENT, Party.SUPERVISOR),
                Set.of(Party.AGENT, Party.CUSTOMER));
        monitor(boss, agent, Monitoring.LISTEN, 0);
        assertHeard(Set.of(Party.CUSTOMER), Set.of(Party.AGENT), Set.of(Party.AGENT, Party.CUSTOMER));
        monitor(boss, agent, Monitoring.BARGE, call);
        assertHeard(
                Set.of(Party.CUSTOMER, Party.SUPERVISOR),
                Set.of(Party.AGENT, Party.SUPERVISOR),
                Set.of(Party.AGENT, Party.CUSTOMER));
        telephony.bridge(call, boss, 1, NODE);
        floor.awaitCallEndsWith(call, bridgedWith(boss));
        assertHeard(Set.of(), Set.of(Party.SUPERVISOR), Set.of(Party.CUSTOMER));
        over();
    }

    @Test
    void aRecordingHasEachSideInAChannelOfItsOwnAndNoWhisper() throws Exception {
        talk();
        monitor(boss, agent, Monitoring.WHISPER, 0);
        assertHeard(Set.of(Party.CUSTOMER, Party.SUPERVISOR), Set.of(Party.AGENT), Set.of(Party.AGENT, Party.CUSTOMER));
        byte[] both = recorded(21);
        assertThat(tonesIn(side(both, 0))).containsExactly(Party.CUSTOMER);
        assertThat(tonesIn(side(both, 1))).containsExactly(Party.AGENT);
        over();
    }

    @Test
    void whoJoinsInIsNotInTheRecording() throws Exception {
        talk();
        monitor(boss, agent, Monitoring.BARGE, call);
        assertHeard(
                Set.of(Party.CUSTOMER, Party.SUPERVISOR),
                Set.of(Party.AGENT, Party.SUPERVISOR),
                Set.of(Party.AGENT, Party.CUSTOMER));
        byte[] both = recorded(22);
        assertThat(tonesIn(side(both, 0))).containsExactly(Party.CUSTOMER);
        assertThat(tonesIn(side(both, 1)))
                .as("decision 0019 and the guides say so: change them together")
                .containsExactly(Party.AGENT);
        over();
    }

    /** Two seconds of the talk, as they are recorded. */
    private byte[] recorded(long recording) throws IOException {
        Path file = asterisk.recordings().resolve(TalkCommands.fileName(call, recording));
        telephony.record(call, NODE, recording, Take.START);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        telephony.record(call, NODE, recording, Take.STOP);
        await().atMost(Duration.ofSeconds(5)).until(() -> Files.exists(file) && Files.size(file) > 4 * RATE);
        return Files.readAllBytes(file);
    }

    @Test
    void aColleagueSpeaksWithTheAgentWhileTheCustomerIsOnHold() throws Exception {
        talk();
        telephony.hold(call, NODE);
        floor.awaitCallEndsWith(call, "Held");
        monitor(boss, agent, Monitoring.WHISPER, 0);
        assertHeard(Set.of(Party.SUPERVISOR), Set.of(), Set.of(Party.AGENT));
        telephony.bridge(call, agent, 1, NODE);
        monitor(boss, agent, Monitoring.BARGE, call);
        assertHeard(
                Set.of(Party.CUSTOMER, Party.SUPERVISOR),
                Set.of(Party.AGENT, Party.SUPERVISOR),
                Set.of(Party.AGENT, Party.CUSTOMER));
        over();
    }

    /** One channel of bare samples of two. */
    private static byte[] side(byte[] both, int channel) {
        byte[] side = new byte[both.length / 4 * 2];
        for (int i = 0; i < side.length / 2; i++) {
            side[2 * i] = both[4 * i + 2 * channel];
            side[2 * i + 1] = both[4 * i + 2 * channel + 1];
        }
        return side;
    }

    private void monitor(long boss, long agent, Monitoring how, long call) {
        telephony.monitor(new Monitor(boss, 1, agent, 1, how, call, NODE));
    }

    /** The party answers and plays its tone; its channel is one of the engine's own. */
    private void comes(Party party, String channelId, String context) throws IOException {
        Path tone = asterisk.recordings().resolve("tone-" + party.hertz);
        byte[] sound = new byte[2 * RATE * SECONDS];
        for (int i = 0; i < RATE * SECONDS; i++) {
            int sample = (int) (8_000 * Math.sin(2 * Math.PI * party.hertz * i / RATE));
            sound[2 * i] = (byte) sample;
            sound[2 * i + 1] = (byte) (sample >> 8);
        }
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(sound), format, (long) RATE * SECONDS),
                AudioFileFormat.Type.WAVE,
                Path.of(tone + ".wav").toFile());
        String ear = "ear-" + channelId;
        ears.put(party, ear);
        try (RawAmi ami = other()) {
            String answer = ami.ask(
                    "Action: Originate",
                    "Channel: Local/speak@test-voice/n",
                    "ChannelId: " + channelId,
                    "OtherChannelId: " + ear,
                    "Context: " + context,
                    "Exten: s",
                    "Priority: 1",
                    "Async: true",
                    "Variable: __TEST_TONE=" + tone);
            assertThat(answer).contains("Success");
        }
    }

    /** Waits until each hears exactly these; what is on its way may be heard for a moment. */
    private void assertHeard(Set<Party> agent, Set<Party> customer, Set<Party> supervisor) {
        Map<Party, Set<Party>> wanted =
                Map.of(Party.AGENT, agent, Party.CUSTOMER, customer, Party.SUPERVISOR, supervisor);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(heard()).isEqualTo(wanted));
    }

    private Map<Party, Set<Party>> heard() throws IOException, UnsupportedAudioFileException {
        List<Path> files = new ArrayList<>();
        int take = ++takes;
        try (RawAmi ami = other()) {
            for (Party party : Party.values()) {
                Path file = asterisk.recordings().resolve("heard-" + take + "-" + party + ".wav");
                files.add(file);
                ami.ask(
                        "Action: MixMonitor",
                        "Channel: " + ears.get(party),
                        "File: " + file + ".both.wav",
                        "Options: r(" + file + ")");
            }
            await().pollDelay(Duration.ofMillis(800)).until(() -> true);
            ears.values().forEach(ear -> ami.ask("Action: StopMixMonitor", "Channel: " + ear));
        }
        Map<Party, Set<Party>> heard = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            Path file = files.get(party.ordinal());
            await().atMost(Duration.ofSeconds(5)).until(() -> Files.exists(file) && Files.size(file) > RATE / 2);
            try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
                heard.put(party, tonesIn(in.readAllBytes()));
            }
        }
        return heard;
    }

    private static Set<Party> tonesIn(byte[] sound) {
        Set<Party> tones = EnumSet.noneOf(Party.class);
        for (Party party : Party.values()) {
            if (amplitude(sound, party.hertz) > AUDIBLE) {
                tones.add(party);
            }
        }
        return tones;
    }

    /** Amplitude of a frequency in the later half of a sound (one bin of the discrete Fourier transform). */
    private static double amplitude(byte[] sound, int hertz) {
        int samples = sound.length / 2;
        double sine = 0;
        double cosine = 0;
        for (int i = samples / 2; i < samples; i++) {
            int sample = sound[2 * i + 1] << 8 | sound[2 * i] & 0xff;
            sine += sample * Math.sin(2 * Math.PI * hertz * i / RATE);
            cosine += sample * Math.cos(2 * Math.PI * hertz * i / RATE);
        }
        return 2 * Math.hypot(sine, cosine) / (samples - samples / 2);
    }
}
