package io.tactus.campaign;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.tactus.compliance.CallWindow;
import io.tactus.dialing.FloorCommands;
import io.tactus.problem.Problem.FieldError;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Campaigns: their settings, kept with a history, and who serves them. */
@ApplicationScoped
public class Campaigns {
    private static final String RELEASE_RUNG = "must be 0, or 15000 or more";

    private final FloorCommands floor;
    private final AfterCommit afterCommit;
    private final ObjectMapper json;
    private final EntityManager entities;
    private final KnownPrompts prompts;

    Campaigns(
            FloorCommands floor,
            AfterCommit afterCommit,
            ObjectMapper json,
            EntityManager entities,
            KnownPrompts prompts) {
        this.floor = floor;
        this.afterCommit = afterCommit;
        this.json = json;
        this.entities = entities;
        this.prompts = prompts;
    }

    /** All campaigns by name. */
    @Transactional
    public List<CampaignView> list() {
        return Campaign.<Campaign>list("order by name").stream()
                .map(CampaignView::of)
                .toList();
    }

    /** Names of the campaigns that play a sound, by the sound's name. */
    @Transactional
    public Map<String, List<String>> namesBySound() {
        Map<String, List<String>> names = new HashMap<>();
        for (Campaign campaign : Campaign.<Campaign>list("order by name")) {
            Stream.of(campaign.promptMessage, campaign.promptGreeting, campaign.promptDrop)
                    .distinct()
                    .forEach(sound -> names.computeIfAbsent(sound, none -> new ArrayList<>())
                            .add(campaign.name));
        }
        return names;
    }

    /** One campaign. */
    @Transactional
    public CampaignView view(long id) {
        return CampaignView.of(get(id));
    }

    /** The row of a campaign, for other features inside a transaction. */
    public Campaign get(long id) {
        return Campaign.<Campaign>findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("campaign", id));
    }

    /** Creates a campaign as a draft. */
    @Transactional
    public CampaignView create(CampaignForm form, String by) {
        check(form, 0);
        Campaign campaign = new Campaign();
        CampaignView.apply(form, campaign);
        campaign.persistAndFlush();
        entities.refresh(campaign);
        remember(campaign, by);
        afterCommit.run(() -> floor.campaignChanged(campaign.storedId()));
        return CampaignView.of(campaign);
    }

    /** Changes the settings, of a running campaign as well. */
    @Transactional
    public CampaignView update(long id, CampaignForm form, String by) {
        Campaign campaign = get(id);
        if (form.version() == null) {
            throw ProblemException.invalid("version", "must be the version that you read");
        }
        if (form.version() != campaign.version) {
            throw ProblemException.conflict("The settings were changed meanwhile: you have version %d, there is %d."
                    .formatted(form.version(), campaign.version));
        }
        check(form, id);
        if (campaign.takesCallers() != form.mode().equals(Campaign.INBOUND)) {
            throw ProblemException.invalid(
                    "mode", "stays: a queue of callers and a campaign that dials do not become each other");
        }
        CampaignView.apply(form, campaign);
        Campaign.flush();
        remember(campaign, by);
        afterCommit.run(() -> floor.campaignChanged(id));
        return CampaignView.of(campaign);
    }

    /** Another filter, or none; with the settings it is in the history. */
    void filter(long id, @Nullable JsonNode filter, String by) {
        Campaign campaign = get(id);
        campaign.filter = filter;
        campaign.filterVersion++;
        if (campaign.leadOrder != null || campaign.mixesLists) {
            // Who has a place was asked the filter before.
            campaign.orderVersion++;
        }
        Campaign.flush();
        remember(campaign, by);
    }

    /** Another order of leads, or none; with the settings it is in the history. */
    void order(long id, @Nullable JsonNode order, boolean mixesLists, String by) {
        Campaign campaign = get(id);
        if (mixesLists != campaign.mixesLists || !Objects.equals(order, campaign.leadOrder)) {
            // Shares are in no place: another share alone leaves all leads where they are.
            campaign.orderVersion++;
        }
        campaign.leadOrder = order;
        campaign.mixesLists = mixesLists;
        Campaign.flush();
        remember(campaign, by);
    }

    /** Removes a campaign that never dialled; one that did is evidence. */
    @Transactional
    public void delete(long id) {
        Campaign campaign = get(id);
        if (Set.of("running", "pausing").contains(campaign.state)) {
            throw ProblemException.conflict("The campaign is " + campaign.state + ". Stop it first.");
        }
        boolean dialled =
                (Boolean) entities.createNativeQuery("select exists (select from attempt where campaign_id = ?1)")
                        .setParameter(1, id)
                        .getSingleResult();
        if (dialled) {
            throw ProblemException.conflict("The campaign has dialled; its attempts must be kept as evidence.");
        }
        campaign.delete();
    }

    /** The settings over time, the last first. */
    @Transactional
    public List<CampaignHistory> history(long id) {
        get(id);
        return CampaignHistory.list("campaignId = ?1 order by id desc", id);
    }

    /** Ids of the agents who serve the campaign. */
    @Transactional
    public List<Long> agents(long id) {
        get(id);
        List<?> rows = entities.createNativeQuery(
                        "select agent_id from campaign_agent where campaign_id = ?1 order by agent_id")
                .setParameter(1, id)
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    /** Lets exactly these agents serve the campaign. */
    @Transactional
    public List<Long> assign(long id, Set<Long> agents) {
        get(id);
        Long[] ids = agents.toArray(Long[]::new);
        List<?> unknown = entities.createNativeQuery(
                        "select a from unnest(?1) a where not exists (select from agent where id = a)")
                .setParameter(1, ids)
                .getResultList();
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid("agents", "no agents: " + unknown);
        }
        entities.createNativeQuery("delete from campaign_agent where campaign_id = ?1 and agent_id <> all (?2)")
                .setParameter(1, id)
                .setParameter(2, ids)
                .executeUpdate();
        entities.createNativeQuery("insert into campaign_agent select ?1, a from unnest(?2) a on conflict do nothing")
                .setParameter(1, id)
                .setParameter(2, ids)
                .executeUpdate();
        afterCommit.run(floor::assignmentsChanged);
        return agents(id);
    }

    /** Lets an agent serve exactly these campaigns. */
    @Transactional
    public List<Long> assignAgent(long agentId, Set<Long> campaignIds) {
        Long[] ids = campaignIds.toArray(Long[]::new);
        List<?> unknown = entities.createNativeQuery(
                        "select c from unnest(?1) c where not exists (select from campaign where id = c)")
                .setParameter(1, ids)
                .getResultList();
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid("campaigns", "no campaigns: " + unknown);
        }
        entities.createNativeQuery("delete from campaign_agent where agent_id = ?1 and campaign_id <> all (?2)")
                .setParameter(1, agentId)
                .setParameter(2, ids)
                .executeUpdate();
        entities.createNativeQuery("insert into campaign_agent select c, ?1 from unnest(?2) c on conflict do nothing")
                .setParameter(1, agentId)
                .setParameter(2, ids)
                .executeUpdate();
        afterCommit.run(floor::assignmentsChanged);
        return List.of(ids);
    }

    private void remember(Campaign campaign, String by) {
        CampaignHistory entry = new CampaignHistory();
        entry.campaignId = campaign.storedId();
        entry.changedBy = by;
        Map<String, Object> settings = json.convertValue(CampaignView.settings(campaign), new TypeReference<>() {});
        if (campaign.filter != null) {
            settings.put("filter", json.convertValue(campaign.filter, new TypeReference<Map<String, Object>>() {}));
        }
        if (campaign.leadOrder != null) {
            settings.put("order", json.convertValue(campaign.leadOrder, new TypeReference<List<Object>>() {}));
        }
        if (campaign.mixesLists) {
            settings.put("mix", shares(campaign.storedId()));
        }
        entry.settings = settings;
        entry.persistAndFlush();
    }

    /** Shares by the names of the lists. */
    private Map<String, Integer> shares(long id) {
        Map<String, Integer> shares = new LinkedHashMap<>();
        for (Object row : entities.createNativeQuery(
                        "select name, share from lead_list where campaign_id = ?1 order by id", Object[].class)
                .setParameter(1, id)
                .getResultList()) {
            Object[] list = (Object[]) row;
            shares.put((String) list[0], (Integer) list[1]);
        }
        return shares;
    }

    private static boolean tooSoon(int releaseRungMillis) {
        return releaseRungMillis > 0 && releaseRungMillis < 15_000;
    }

    /** What annotations cannot say. */
    private void check(CampaignForm form, long id) {
        List<FieldError> errors = new ArrayList<>();
        if (Campaign.count("name = ?1 and id <> ?2", form.name(), id) > 0) {
            errors.add(new FieldError("name", "is the name of another campaign"));
        }
        if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(form.defaultRegion())) {
            errors.add(new FieldError("defaultRegion", "is not a region with telephone numbers"));
        }
        try {
            new CallWindow(EnumSet.of(DayOfWeek.MONDAY), form.windowFrom(), form.windowTo());
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError("windowTo", String.valueOf(e.getMessage())));
        }
        if (tooSoon(form.releaseRungMillis())) {
            errors.add(new FieldError("releaseRungMillis", RELEASE_RUNG));
        }
        if (form.rescueAfterMillis() != 0 && form.rescueAfterMillis() < 5_000) {
            errors.add(new FieldError("rescueAfterMillis", "must be 0, or 5000 or more"));
        }
        ShadowForm shadow = form.shadow();
        if (shadow != null && tooSoon(shadow.releaseRungMillis())) {
            errors.add(new FieldError("shadow.releaseRungMillis", RELEASE_RUNG));
        }
        if (form.attemptsPerDay() > form.attemptsLifetime()) {
            errors.add(new FieldError("attemptsPerDay", "must not be above attemptsLifetime"));
        }
        Map.of(
                        "promptMessage", form.promptMessage(),
                        "promptGreeting", form.promptGreeting(),
                        "promptDrop", form.promptDrop())
                .forEach((field, sound) -> {
                    if (sound.startsWith(KnownPrompts.PREFIX) && !prompts.hold(sound)) {
                        errors.add(new FieldError(field, "is no prompt: there is none with this id"));
                    }
                });
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
