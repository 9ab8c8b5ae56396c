package io.tactus.floor;

import static io.tactus.floor.FloorState.SECOND;

import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.model.AbandonmentCounts;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.CampaignState;
import io.tactus.floor.model.ReservedLead;

/** Life of the campaigns: settings, start, pause, stop, and the leads in their hoppers. */
final class CampaignFlow {
    /** How soon a campaign without dialable leads asks again. */
    private static final long ASK_AGAIN = SECOND;

    private final FloorState state;
    private final Aim aim;

    CampaignFlow(FloorState state, Aim aim) {
        this.state = state;
        this.aim = aim;
    }

    void take(CampaignInput input) {
        if (input instanceof CampaignInput.Configured configured) {
            configure(configured.campaignId(), configured.settings());
            return;
        }
        Campaign campaign = state.campaigns.get(input.campaignId());
        if (campaign == null) {
            state.refuse("campaign", input.campaignId(), "not configured");
            return;
        }
        switch (input) {
            case CampaignInput.Configured configured -> throw new IllegalStateException("handled above");
            case CampaignInput.Remembered remembered -> Remembering.recall(state, campaign, remembered.memory());
            case CampaignInput.Commanded commanded -> command(campaign, commanded.command());
            case CampaignInput.AbandonmentCounted counted -> {
                campaign.countsAre(counted.counts(), counted.periodEndsAtMicros());
                state.dirty.add(campaign);
            }
            case CampaignInput.LeadsReserved reserved -> leads(campaign, reserved);
            case CampaignInput.LeadWithdrawn withdrawn -> withdraw(campaign, withdrawn.callId());
        }
    }

    private void configure(long id, CampaignSettings settings) {
        Campaign known = state.campaigns.get(id);
        if (known != null) {
            known.settings = settings;
            state.dirty.add(known);
            return;
        }
        Campaign campaign = new Campaign(id, settings);
        state.campaigns.put(id, campaign);
        for (Agent agent : state.agents.values()) {
            if (agent.campaigns.contains(id)) {
                campaign.cell(agent.node).serving.add(agent);
            }
        }
    }

    private void command(Campaign campaign, CampaignInput.Command command) {
        switch (command) {
            case START -> start(campaign);
            case PAUSE -> {
                if (campaign.state() == CampaignState.RUNNING) {
                    windDown(campaign, CampaignState.PAUSED);
                } else if (campaign.state() != CampaignState.PAUSING && campaign.state() != CampaignState.PAUSED) {
                    state.refuse(
                            "campaign",
                            campaign.id,
                            "only a running campaign can be paused, this one is " + campaign.state());
                }
            }
            case STOP -> {
                if (campaign.state() == CampaignState.RUNNING) {
                    windDown(campaign, CampaignState.STOPPED);
                } else if (campaign.state() == CampaignState.PAUSING) {
                    campaign.after = CampaignState.STOPPED;
                } else if (campaign.state() != CampaignState.STOPPED) {
                    state.move(campaign, CampaignState.STOPPED, "stopped");
                }
            }
        }
    }

    private void start(Campaign campaign) {
        if (campaign.state() == CampaignState.RUNNING) {
            return;
        }
        double lowest = Double.MAX_VALUE;
        for (Campaign other : state.campaigns.values()) {
            if (other != campaign && other.state() == CampaignState.RUNNING) {
                lowest = Math.min(lowest, other.pass);
            }
        }
        // A newcomer begins level with the others instead of claiming every agent until it has caught up.
        campaign.pass = lowest == Double.MAX_VALUE ? campaign.pass : Math.max(campaign.pass, lowest);
        campaign.exhausted = false;
        campaign.leadsRequested = false;
        campaign.nextRequestMicros = 0;
        state.move(campaign, CampaignState.RUNNING, "started");
        aim.aimAll();
    }

    private void windDown(Campaign campaign, CampaignState after) {
        campaign.after = after;
        state.move(campaign, CampaignState.PAUSING, "calls under way are finished first");
        emptyHopper(campaign);
        settle(campaign);
        aim.aimAll();
    }

    private void emptyHopper(Campaign campaign) {
        campaign.hopper.stream()
                .forEach(lead ->
                        state.emit(new StoreEffect.ReleaseLead(lead.callId(), lead.leadId(), "campaign not running")));
        campaign.hopper.clear();
    }

    private void leads(Campaign campaign, CampaignInput.LeadsReserved reserved) {
        campaign.leadsRequested = false;
        if (campaign.state() != CampaignState.RUNNING) {
            campaign.hopper.add(reserved.leads());
            emptyHopper(campaign);
            return;
        }
        boolean wanted = campaign.wantsAgents();
        campaign.hopper.add(reserved.leads());
        campaign.exhausted = reserved.exhausted();
        campaign.nextRequestMicros = reserved.leads().isEmpty() ? state.now + ASK_AGAIN : state.now;
        if (wanted != campaign.wantsAgents()) {
            aim.aimAll();
        }
        state.dirty.add(campaign);
    }

    private void withdraw(Campaign campaign, long callId) {
        ReservedLead lead = campaign.hopper.withdraw(callId);
        if (lead != null) {
            state.emit(new StoreEffect.ReleaseLead(lead.callId(), lead.leadId(), "withdrawn"));
        }
        state.dirty.add(campaign);
    }

    /** Takes the last step of a campaign that winds down or has run out of leads, when its calls are over. */
    void settle(Campaign campaign) {
        if (campaign.periodEndsMicros <= state.now) {
            campaign.countsAre(AbandonmentCounts.NONE, Long.MAX_VALUE);
        }
        if (campaign.openCalls() > 0) {
            return;
        }
        if (campaign.state() == CampaignState.PAUSING) {
            state.move(campaign, campaign.after, campaign.after == CampaignState.PAUSED ? "paused" : "stopped");
            aim.aimAll();
        } else if (campaign.state() == CampaignState.RUNNING && campaign.exhausted && campaign.hopper.isEmpty()) {
            state.move(campaign, CampaignState.DONE, "no lead is left to dial");
            aim.aimAll();
        }
    }
}
