package io.tactus.campaign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A campaign as others see it: the settings with id and state. */
public record CampaignView(
        long id,
        String state,
        @Nullable Instant startedAt,
        @JsonUnwrapped CampaignForm settings) {

    static CampaignView of(Campaign campaign) {
        return new CampaignView(campaign.storedId(), campaign.state, campaign.startedAt, settings(campaign));
    }

    static CampaignForm settings(Campaign c) {
        return new CampaignForm(
                c.version,
                c.name,
                c.mode,
                c.weight,
                c.linesPerAgent,
                c.abandonmentCap,
                c.measuringPeriod,
                c.ringTimeoutMillis,
                c.answerBudgetMillis,
                c.machineDetection,
                c.amdParameters,
                c.machineAction,
                c.overflow,
                c.wrapUpMillis,
                c.previewMillis,
                c.previewForced,
                c.releaseRungMillis,
                c.choosesLeads,
                c.rescueAfterMillis,
                c.maxCallsInFlight,
                shadow(c),
                c.callerId,
                c.promptMessage,
                c.promptGreeting,
                c.promptDrop,
                c.recording,
                c.recordingDays,
                c.voicemailDays,
                c.forcedDisposition,
                c.longestWaitMillis,
                c.mostWaiting,
                c.needsAgents,
                c.defaultRegion,
                List.of(c.windowDays),
                c.windowFrom,
                c.windowTo,
                c.attemptsPerDay,
                c.attemptsLifetime,
                Map.copyOf(new TreeMap<>(c.retryMinutes)));
    }

    private static @Nullable ShadowForm shadow(Campaign c) {
        return c.shadowMode == null
                ? null
                : new ShadowForm(
                        c.shadowMode, c.shadowLinesPerAgent, c.shadowAbandonmentCap, c.shadowReleaseRungMillis);
    }

    static void apply(CampaignForm form, Campaign c) {
        c.name = form.name();
        c.mode = form.mode();
        c.weight = form.weight();
        c.linesPerAgent = form.linesPerAgent();
        c.abandonmentCap = form.abandonmentCap();
        c.measuringPeriod = form.measuringPeriod();
        c.ringTimeoutMillis = form.ringTimeoutMillis();
        c.answerBudgetMillis = form.answerBudgetMillis();
        c.machineDetection = form.machineDetection();
        c.amdParameters = form.amdParameters();
        c.machineAction = form.machineAction();
        c.overflow = form.overflow();
        c.wrapUpMillis = form.wrapUpMillis();
        c.previewMillis = form.previewMillis();
        c.previewForced = form.previewForced();
        c.releaseRungMillis = form.releaseRungMillis();
        c.choosesLeads = form.choosesLeads();
        c.rescueAfterMillis = form.rescueAfterMillis();
        c.maxCallsInFlight = form.maxCallsInFlight();
        ShadowForm shadow = form.shadow();
        c.shadowMode = shadow == null ? null : shadow.mode();
        c.shadowLinesPerAgent = shadow == null ? 1.5 : shadow.linesPerAgent();
        c.shadowAbandonmentCap = shadow == null ? 0.03 : shadow.abandonmentCap();
        c.shadowReleaseRungMillis = shadow == null ? 0 : shadow.releaseRungMillis();
        c.callerId = form.callerId();
        c.promptMessage = form.promptMessage();
        c.promptGreeting = form.promptGreeting();
        c.promptDrop = form.promptDrop();
        c.recording = form.recording();
        c.recordingDays = form.recordingDays();
        c.voicemailDays = form.voicemailDays();
        c.forcedDisposition = form.forcedDisposition();
        c.longestWaitMillis = form.longestWaitMillis();
        c.mostWaiting = form.mostWaiting();
        c.needsAgents = form.needsAgents();
        c.defaultRegion = form.defaultRegion();
        c.windowDays = form.windowDays().toArray(String[]::new);
        c.windowFrom = form.windowFrom();
        c.windowTo = form.windowTo();
        c.attemptsPerDay = form.attemptsPerDay();
        c.attemptsLifetime = form.attemptsLifetime();
        c.retryMinutes = form.retryMinutes();
    }
}
