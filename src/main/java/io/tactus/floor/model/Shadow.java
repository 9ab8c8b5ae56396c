package io.tactus.floor.model;

import io.tactus.pacing.Bank;
import io.tactus.pacing.forecast.Forecast;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the shadow policy of a campaign keeps for itself; nothing of the live policy hangs on it. */
public final class Shadow {
    public final ShadowSettings settings;
    /** Account of the live policy's abandoned calls, kept by the shadow's cap. */
    public final Bank bank;
    /** What the campaign has learnt, read at times of the shadow's own. */
    public final Forecast forecast;

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    Shadow(ShadowSettings settings, Campaign campaign) {
        this.settings = settings;
        this.bank = new Bank(campaign.bank);
        this.forecast = campaign.forecast.beside();
    }

    /** The tally on this node; made when it is asked for first. */
    public Tally tally(String node) {
        return tallies.computeIfAbsent(node, name -> new Tally());
    }

    /** What the shadow wanted since it was reported last, on one node. */
    public static final class Tally {
        public long lastDecisionMicros;
        /** Calls that it wanted at the last look and the live policy did not launch: wanting them still is no news. */
        public int unmet;

        public int launches;
        public int releases;
        public int compared;
        public int differed;
        public double risks;
        public double liveRisks;
        public String reason = "";

        /** Forgets what was reported. */
        public void clear() {
            launches = 0;
            releases = 0;
            compared = 0;
            differed = 0;
            risks = 0;
            liveRisks = 0;
        }
    }
}
