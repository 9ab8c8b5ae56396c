package io.tactus.lab.storm;

import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.MachineAction;
import io.tactus.floor.model.Means;
import io.tactus.floor.model.OverflowAction;
import io.tactus.pacing.forecast.ForecastMemory;
import java.time.Instant;
import java.util.Optional;

/**
 * How large a story's world is.
 *
 * @param agents agents in all; each serves one campaign or all of them
 * @param seconds how long things go wrong; after that everything must come to rest
 */
record Plan(int nodes, int campaigns, int agents, int leads, int seconds, boolean calm) {
    /** Half a minute before the call window opens in California; it is open in New York. A Tuesday. */
    static final Instant BEGIN = Instant.parse("2026-11-24T15:59:30Z");

    private static final DialMode[] MODES = {DialMode.PROGRESSIVE, DialMode.POWER, DialMode.PREDICTIVE, DialMode.PREVIEW
    };
    /** One story in so many is calm: only there are promises kept without exception. */
    private static final int CALM = 8;

    static Plan of(Dice dice) {
        return new Plan(
                1 + dice.below(3, "nodes", 0, 0),
                1 + dice.below(3, "campaigns", 0, 0),
                2 + dice.below(9, "agents", 0, 0),
                60 + dice.below(300, "leads", 0, 0),
                40 + dice.below(140, "seconds", 0, 0),
                dice.below(CALM, "calm", 0, 0) == 0);
    }

    Plan withAgents(int fewer) {
        return new Plan(nodes, campaigns, fewer, leads, seconds, calm);
    }

    Plan withLeads(int fewer) {
        return new Plan(nodes, campaigns, agents, fewer, seconds, calm);
    }

    /** What the campaign is set to. */
    CampaignSettings settings(Dice dice, long id) {
        return new CampaignSettings(
                MODES[dice.below(MODES.length, "mode", id, 0)],
                1 + dice.below(3, "weight", id, 0),
                1 + dice.below(4, "lines", id, 0),
                0.03 + 0.17 * dice.below(2, "cap", id, 0),
                15_000,
                2_000,
                dice.chance(0.4, "detection", id, 0),
                MachineAction.values()[dice.below(3, "machine", id, 0)],
                OverflowAction.values()[dice.below(3, "overflow", id, 0)],
                3_000,
                5_000,
                dice.chance(0.5, "forced", id, 0),
                new Means(
                        dice.chance(0.5, "release", id, 0) ? 15_000 : 0,
                        dice.chance(0.5, "choice", id, 0),
                        dice.chance(0.5, "rescue", id, 0) ? 5_000 : 0),
                60);
    }

    /** What the campaign had learnt: half of them have heard so many machines that they may hang up on them at once. */
    Optional<ForecastMemory> memory(Dice dice, long id) {
        if (!dice.chance(0.5, "trusts detection", id, 0)) {
            return Optional.empty();
        }
        ForecastMemory.Writer heard = new ForecastMemory.Writer();
        heard.exact("machines", 2_000, 0, 1_000, 1_000);
        return Optional.of(heard.memory());
    }

    /** For people. */
    String words() {
        return "%d node%s, %d campaign%s, %d agents, %d leads, %d s%s"
                .formatted(
                        nodes,
                        nodes == 1 ? "" : "s",
                        campaigns,
                        campaigns == 1 ? "" : "s",
                        agents,
                        leads,
                        seconds,
                        calm ? ", calm" : "");
    }
}
