package io.tactus.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.journal.JournalLine;
import io.tactus.floor.journal.RecordCodec;
import io.tactus.floor.journal.Replay;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.CampaignState;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.MachineAction;
import io.tactus.floor.model.Means;
import io.tactus.floor.model.OverflowAction;
import io.tactus.floor.model.RecordingRule;
import io.tactus.floor.model.ShadowSettings;
import io.tactus.pacing.AView;
import io.tactus.pacing.forecast.ForecastMemory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random shifts never break the invariants; a failure names its seed. More shifts: {@code -Dtactus.stories=100000}. */
class FloorPropertyTest {
    private static final int STORIES = Integer.getInteger("tactus.stories", 300);
    private static final StoryNetwork.Faults ROUGH = new StoryNetwork.Faults(0.02, 0.05, 0.05, 0.02, 0.5);

    @Test
    void progressiveWithoutFaultsNeverAbandons() {
        for (long seed = 1; seed <= STORIES; seed++) {
            Story story = new Story(seed, StoryNetwork.Faults.NONE, 0.3, 0, 400);
            story.campaign(1, Story.settings(DialMode.PROGRESSIVE)).agents(6, 1L);
            story.run(240);
            story.comeToRest();
            check(seed, story);
            assertThat(story.abandoned).as("abandoned with seed %d", seed).isZero();
            assertThat(story.talked).as("connected with seed %d", seed).isNotEmpty();
        }
    }

    @Test
    void powerStaysBelowTheCapAtEveryMoment() {
        for (long seed = 1; seed <= STORIES; seed++) {
            Story story = new Story(seed, StoryNetwork.Faults.NONE, 0.5, 0.1, 4_000);
            story.campaign(1, Story.settings(DialMode.POWER)).agents(12, 1L);
            story.run(900);
            story.comeToRest();
            check(seed, story);
            assertThat(story.abandoned).as("abandoned with seed %d", seed).isLessThanOrEqualTo((int)
                    (0.03 * story.live));
        }
    }

    @Test
    void faultsNeverWedgeAnAgentOrLoseAnOutcome() {
        for (long seed = 1; seed <= STORIES; seed++) {
            Random choice = new Random(seed * 31);
            Story story = new Story(seed, ROUGH, 0.3, 0.2, 1_000);
            CampaignSettings first = random(choice);
            CampaignSettings second = random(choice);
            story.campaign(1, first).campaign(2, second).agents(4, 1L).agents(3, 1L, 2L);
            story.run(300);
            story.comeToRest();
            check(seed, story);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void holdsTransfersAndRecordingsWedgeNobodyAndGiveEveryLineBack(boolean faulty) {
        int held = 0;
        int transferred = 0;
        int monitored = 0;
        for (long seed = 1; seed <= STORIES; seed++) {
            Story story = new Story(seed, faulty ? ROUGH : StoryNetwork.Faults.NONE, 0.5, 0, 1_000);
            story.agentsConverse = true;
            RecordingRule rule = RecordingRule.values()[(int) (seed % 3)];
            story.campaign(1, Story.settings(DialMode.PROGRESSIVE).withRecording(rule))
                    .agents(6, 1L);
            story.run(300);
            story.comeToRest();
            check(seed, story);
            held += story.held;
            transferred += story.transferred;
            monitored += story.monitored;
        }
        assertThat(held).as("calls on hold").isGreaterThan(STORIES);
        assertThat(transferred).as("calls transferred").isGreaterThan(STORIES / 2);
        assertThat(monitored).as("agents listened to").isGreaterThan(STORIES / 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"POWER", "PREDICTIVE"})
    void replayOfTheJournalGivesTheSameEffectsByteForByte(DialMode mode) {
        Story story = new Story(4711, ROUGH, 0.3, 0.2, 1_000);
        story.campaign(1, Story.settings(mode).withShadow(new ShadowSettings(DialMode.PREDICTIVE, 2, 0.05, 15_000)))
                .agents(8, 1L);
        story.run(300);
        Replay first = new Replay();
        Replay second = new Replay();
        List<String> firstEffects = new ArrayList<>();
        List<String> secondEffects = new ArrayList<>();
        first.play(story.journal.stream().map(JournalLine::text), firstEffects::add);
        second.play(story.journal.stream().map(JournalLine::text), secondEffects::add);
        assertThat(firstEffects).hasSizeGreaterThan(1_000).isEqualTo(secondEffects);
        assertThat(first.digest()).isEqualTo(second.digest());
        assertThat(first.floor().campaigns().iterator().next().liveAnswers)
                .isEqualTo(story.floor.campaigns().iterator().next().liveAnswers);
    }

    @Test
    void whatIsLearntOutlivesTheFloorAndTheReplayOfTheNextLifeIsTheSame() {
        List<StoreEffect.Learnt> kept = new ArrayList<>();
        Story first = new Story(12, StoryNetwork.Faults.NONE, 0.4, 0, 4_000);
        first.observer = effect -> {
            if (effect instanceof StoreEffect.Learnt learnt) {
                kept.add(learnt);
            }
        };
        first.campaign(1, Story.settings(DialMode.PREDICTIVE)).agents(8, 1L);
        first.run(400);
        assertThat(kept).hasSizeBetween(5, 7);
        first.send(new CampaignInput.Commanded(1, CampaignInput.Command.STOP));
        first.run(300);
        Campaign before = first.floor.campaigns().iterator().next();
        assertThat(before.state()).isEqualTo(CampaignState.STOPPED);

        Story second = new Story(13, StoryNetwork.Faults.NONE, 0.4, 0, 4_000);
        second.send(new CampaignInput.Configured(1, Story.settings(DialMode.PREDICTIVE)));
        second.send(new CampaignInput.Remembered(1, kept.getLast().memory()));
        Campaign after = second.floor.campaigns().iterator().next();
        assertThat(after.forecast.answers.chance(0)).isEqualTo(before.forecast.answers.chance(0));
        AView view = new AView();
        assertThat(after.bank.price(view)).isEqualTo(before.bank.price(view));
        assertThat(after.forecast.answers.warm()).isTrue();
        second.campaign(1, Story.settings(DialMode.PREDICTIVE)).agents(8, 1L);
        second.run(200);
        assertThat(second.talked).isNotEmpty();
        Replay replay = new Replay();
        replay.play(second.journal.stream().map(JournalLine::text), effect -> {});
        assertThat(replay.floor().campaigns().iterator().next().memory()).isEqualTo(after.memory());
    }

    @Test
    void aMemoryThatIsNotUnderstoodIsIgnoredAndSaid() {
        Story story = new Story(14, StoryNetwork.Faults.NONE, 0.4, 0, 4_000);
        List<String> said = new ArrayList<>();
        story.observer = effect -> {
            if (effect instanceof NewsEffect.Anomaly anomaly) {
                said.add(anomaly.what());
            }
        };
        story.send(new CampaignInput.Configured(1, Story.settings(DialMode.PREDICTIVE)));
        story.send(new CampaignInput.Remembered(
                1,
                new ForecastMemory(
                        ForecastMemory.VERSION, List.of(new ForecastMemory.Part("answers.live", List.of(1.0))))));
        assertThat(said).singleElement().asString().contains("ignored").contains("answers.live");
        story.campaign(1, Story.settings(DialMode.PREDICTIVE)).agents(8, 1L);
        story.run(200);
        assertThat(story.talked).isNotEmpty();
    }

    @Test
    void aShadowChangesNothingButTheNews() {
        int wanted = 0;
        for (long seed = 1; seed <= STORIES / 3; seed++) {
            Random choice = new Random(seed * 17);
            DialMode[] modes = {DialMode.PROGRESSIVE, DialMode.POWER, DialMode.PREDICTIVE};
            CampaignSettings settings = Story.settings(modes[choice.nextInt(3)]);
            ShadowSettings shadow = new ShadowSettings(
                    modes[choice.nextInt(3)], 1 + choice.nextInt(4), 0.1 * choice.nextDouble(), 15_000);
            List<String> alone = shift(seed, settings, Story.settings(DialMode.PREDICTIVE));
            List<String> shadowed = shift(
                    seed,
                    settings.withShadow(shadow),
                    Story.settings(DialMode.PREDICTIVE).withShadow(shadow));
            assertThat(shadowed.stream()
                            .filter(line -> !line.startsWith("shadow "))
                            .toList())
                    .as("effects with seed %d", seed)
                    .isEqualTo(alone);
            wanted += shadowed.size() - alone.size();
        }
        assertThat(wanted).as("reports of shadows").isGreaterThan(1_000);
    }

    /** A shift in whose middle the mode changes; all its effects as text, the shadow's reports apart. */
    private static List<String> shift(long seed, CampaignSettings first, CampaignSettings second) {
        Story story = new Story(seed, ROUGH, 0.3, 0.2, 2_000);
        List<String> effects = new ArrayList<>();
        RecordCodec<Effect> codec = new RecordCodec<>(Effect.class);
        Map<Long, String> reasons = new HashMap<>();
        story.observer = effect -> {
            if (!(effect instanceof NewsEffect.Paced paced)) {
                effects.add(codec.write(effect));
                return;
            }
            String reason = reasons.put(paced.campaignId(), paced.reason());
            if (paced.launched() + paced.released() > 0 || !paced.reason().equals(reason)) {
                effects.add(codec.write(paced.withShadow(Optional.empty())));
            }
            paced.shadow().ifPresent(report -> effects.add("shadow " + report));
        };
        story.campaign(1, first).agents(8, 1L);
        story.run(150);
        story.send(new CampaignInput.Configured(1, second));
        story.run(100);
        return effects;
    }

    private static CampaignSettings random(Random choice) {
        DialMode[] modes = {DialMode.PREVIEW, DialMode.PROGRESSIVE, DialMode.POWER, DialMode.PREDICTIVE};
        return new CampaignSettings(
                modes[choice.nextInt(modes.length)],
                1 + choice.nextInt(3),
                1 + choice.nextInt(4),
                0.03,
                15_000,
                2_000,
                choice.nextBoolean(),
                MachineAction.values()[choice.nextInt(3)],
                OverflowAction.values()[choice.nextInt(3)],
                3_000,
                5_000,
                choice.nextBoolean(),
                new Means(choice.nextBoolean() ? 15_000 : 0, choice.nextBoolean(), choice.nextBoolean() ? 5_000 : 0),
                200);
    }

    private static void check(long seed, Story story) {
        assertThat(story.violations).as("violations with seed %d", seed).isEmpty();
    }
}
