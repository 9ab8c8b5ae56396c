package io.tactus.floor.model;

import io.tactus.pacing.Bank;
import io.tactus.pacing.MachineErrors;
import io.tactus.pacing.forecast.Forecast;
import io.tactus.pacing.forecast.ForecastMemory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A campaign on the floor: settings, state, hopper, count of abandoned calls, and one cell per telephony node. */
public final class Campaign {
    public final long id;
    public CampaignSettings settings;
    /** Reserved leads that wait to be dialled. */
    public final Hopper hopper = new Hopper();

    public boolean leadsRequested;
    public long nextRequestMicros;
    public boolean exhausted;
    /** What the campaign becomes when the calls under way are over; meaningful while {@link CampaignState#PAUSING}. */
    public CampaignState after = CampaignState.PAUSED;

    public long liveAnswers;
    public long abandoned;
    /** Calls of the period that detection called machines and no agent has heard. */
    public long machinesUnheard;

    /** Persons who answered in the period and belong to those calls, as {@link MachineErrors} has it. */
    public double personsUnheard;

    public long periodEndsMicros = Long.MAX_VALUE;
    /** What the campaign has learnt of its calls and agents. */
    public Forecast forecast = new Forecast();
    /** Account of abandoned calls. */
    public Bank bank = new Bank();
    /** How often machine detection is wrong about persons. */
    public MachineErrors machines = new MachineErrors();
    /** Whether machines get no agent, when they were heard of last. */
    public boolean trustsDetection;
    /** What was given away to be kept, and when; for {@code floor.Remembering}. */
    public Optional<ForecastMemory> remembered = Optional.empty();

    public long rememberedMicros;
    /** Stride scheduling: the campaign with the lowest pass gets the next free agent; grows by the seconds that agents work, over the weight. */
    public double pass;
    /** Usual time that a call keeps an agent, talk and wrap-up, in seconds. */
    public double handlingSeconds = 120;

    private @Nullable Shadow shadow;
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private CampaignState state = CampaignState.DRAFT;

    /** A campaign in draft. */
    public Campaign(long id, CampaignSettings settings) {
        this.id = id;
        this.settings = settings;
    }

    /** The campaign's state. */
    public CampaignState state() {
        return state;
    }

    /** Takes the step, or fails when the table does not hold it. */
    public void moveTo(CampaignState next) {
        if (!state.allows(next)) {
            throw new IllegalTransition("campaign", id, state, next);
        }
        state = next;
    }

    /** An agent is given a call, which usually keeps the agent for a while. */
    public void agentTaken() {
        pass += handlingSeconds / settings.weight();
    }

    /** It kept the agent for so long, from the call to the end of the wrap-up. */
    public void agentGivenBack(double seconds) {
        pass += (seconds - handlingSeconds) / settings.weight();
        handlingSeconds += 0.02 * (seconds - handlingSeconds);
    }

    /** Persons who were taken for machines and had no agent in this period, at most. */
    public double missedPersons() {
        return machines.missed(personsUnheard, machinesUnheard);
    }

    /** A call that detection called a machine is over, and no agent has heard it. */
    public void countUnheard(Call call) {
        machinesUnheard++;
        personsUnheard += call.personsBeside;
    }

    /** A new measuring period, or what is known of the present one. */
    public void countsAre(AbandonmentCounts counts, long endsMicros) {
        liveAnswers = counts.liveAnswers();
        abandoned = counts.abandoned();
        machinesUnheard = counts.machinesUnheard();
        personsUnheard = counts.personsUnheard();
        periodEndsMicros = endsMicros;
    }

    /** Who was counted as a live answer was a machine, as the agent says. */
    public void uncountLive() {
        liveAnswers = Math.max(0, liveAnswers - 1);
        machines.noPerson();
        bank.noAnswer(settings.abandonmentCap());
        shadow().ifPresent(s -> s.bank.noAnswer(s.settings.abandonmentCap()));
    }

    /** A person answered who has an agent now, or has none for good. */
    public void countLive(long nowMicros) {
        liveAnswers++;
        machines.person();
        bank.liveAnswer(nowMicros, settings.abandonmentCap());
        shadow().ifPresent(s -> s.bank.liveAnswer(nowMicros, s.settings.abandonmentCap()));
    }

    /** A person answered and was abandoned. */
    public void countAbandoned(long nowMicros) {
        countLive(nowMicros);
        abandoned++;
        bank.abandoned(settings.abandonmentCap());
        shadow().ifPresent(s -> s.bank.abandoned(s.settings.abandonmentCap()));
    }

    /** Who was counted as abandoned has an agent, as is seen late. The price that the bank drew from it stays: it moves on by itself. */
    public void uncountAbandoned() {
        abandoned = Math.max(0, abandoned - 1);
    }

    /** The policy that computes beside the live one; it begins anew when its settings change. */
    public Optional<Shadow> shadow() {
        ShadowSettings wanted = settings.shadow().orElse(null);
        if (shadow == null || !shadow.settings.equals(wanted)) {
            shadow = wanted == null ? null : new Shadow(wanted, this);
        }
        return Optional.ofNullable(shadow);
    }

    /** What the campaign has learnt, to be kept. */
    public ForecastMemory memory() {
        ForecastMemory.Writer writer = new ForecastMemory.Writer();
        forecast.keep(writer);
        bank.keep(writer);
        machines.keep(writer);
        return writer.memory();
    }

    /** Goes on from what was learnt before. @throws IllegalArgumentException when that is not understood; then nothing changes */
    public void recall(ForecastMemory memory) {
        Forecast learnt = Forecast.of(memory);
        MachineErrors heard = MachineErrors.of(memory);
        bank = Bank.of(memory);
        machines = heard;
        forecast = learnt;
        shadow = null;
    }

    /** The cell on this node; made when it is asked for first. */
    public Cell cell(String node) {
        return cells.computeIfAbsent(node, Cell::new);
    }

    /** All cells. */
    public Collection<Cell> cells() {
        return cells.values();
    }

    /** Calls that are not over, on all nodes. */
    public int openCalls() {
        int open = 0;
        for (Cell cell : cells.values()) {
            open += cell.open.size();
        }
        return open;
    }

    /** Whether free agents are of use to the campaign now. */
    public boolean wantsAgents() {
        return state == CampaignState.RUNNING
                && settings.mode() != DialMode.INBOUND
                && !(exhausted && hopper.isEmpty());
    }
}
