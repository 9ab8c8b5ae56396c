package io.tactus.floor;

import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Cell;
import io.tactus.floor.model.DialMode;
import io.tactus.pacing.Bank;
import io.tactus.pacing.PacingView;
import io.tactus.pacing.forecast.Forecast;
import io.tactus.pacing.forecast.WorkPhase;
import java.util.PrimitiveIterator;

/** Shows one cell to a pacing policy. */
class CellView implements PacingView {
    private final FloorState state;
    private final Campaign campaign;
    private final Cell cell;

    CellView(FloorState state, Campaign campaign, Cell cell) {
        this.state = state;
        this.campaign = campaign;
        this.cell = cell;
    }

    @Override
    public long nowMicros() {
        return state.now;
    }

    @Override
    public int freeAgents() {
        return cell.free();
    }

    @Override
    public int loggedInAgents() {
        return cell.serving.size();
    }

    @Override
    public int callsInFlight() {
        return cell.inFlight.size();
    }

    @Override
    public int callsUnserved() {
        return cell.unserved.size();
    }

    @Override
    public int callsWaiting() {
        int waiting = 0;
        for (Call call : cell.unserved.values()) {
            if (call.stage() != CallStage.DETECTING) {
                waiting++;
            }
        }
        return waiting;
    }

    @Override
    public double callersWaiting() {
        double waiting = 0;
        for (Campaign queue : state.campaigns.values()) {
            if (queue.settings.mode() == DialMode.INBOUND) {
                Cell callers = queue.cell(cell.node);
                waiting += callers.unserved.isEmpty() ? 0 : callers.unserved.size() * blended(queue, callers);
            }
        }
        return waiting;
    }

    @Override
    public double callersPerSecond() {
        double rate = 0;
        for (Campaign queue : state.campaigns.values()) {
            if (queue.settings.mode() == DialMode.INBOUND) {
                Cell callers = queue.cell(cell.node);
                rate += callers.arrivals.perSecond(state.now) * blended(queue, callers);
            }
        }
        return rate;
    }

    /** Share of the queue's agents on the node who serve this campaign too: so many of its callers take one of ours. */
    private double blended(Campaign queue, Cell callers) {
        int both = 0;
        for (Agent agent : callers.serving) {
            both += agent.campaigns.contains(campaign.id) ? 1 : 0;
        }
        return both == 0 ? 0 : both / (double) callers.serving.size();
    }

    @Override
    public double missedPersons() {
        return campaign.missedPersons();
    }

    @Override
    public long periodEndsMicros() {
        return campaign.periodEndsMicros;
    }

    @Override
    public long answerBudgetMicros() {
        return campaign.settings.answerBudgetMillis() * FloorState.MILLI;
    }

    @Override
    public boolean releasesRungCalls() {
        return campaign.settings.means().releaseRungMillis() > 0;
    }

    @Override
    public boolean rescuesFromWrapUp() {
        return campaign.settings.means().rescueAfterMillis() > 0;
    }

    @Override
    public long lastDecisionMicros() {
        return cell.lastDecisionMicros;
    }

    @Override
    public PrimitiveIterator.OfDouble leadPromises(int aimed) {
        return campaign.settings.choosesLeads() ? campaign.hopper.promises(aimed) : campaign.hopper.promises();
    }

    @Override
    public Forecast forecast() {
        return campaign.forecast;
    }

    @Override
    public Bank bank() {
        return campaign.bank;
    }

    @Override
    public int excessElsewhere() {
        int excess = 0;
        for (Cell other : campaign.cells()) {
            if (other != cell) {
                excess += other.excess();
            }
        }
        return excess;
    }

    @Override
    public double linesPerAgent() {
        return campaign.settings.linesPerAgent();
    }

    @Override
    public double abandonmentCap() {
        return campaign.settings.abandonmentCap();
    }

    @Override
    public long liveAnswers() {
        return campaign.liveAnswers;
    }

    @Override
    public long answersInTalk() {
        int talking = 0;
        for (Cell any : campaign.cells()) {
            for (Call call : any.open.values()) {
                talking += call.live && call.connectedMicros > 0 ? 1 : 0;
            }
        }
        return talking;
    }

    @Override
    public long abandoned() {
        return campaign.abandoned;
    }

    @Override
    public void eachBusyAgent(BusyAgentVisitor visitor) {
        for (Agent agent : cell.serving) {
            boolean busy = agent.state() == AgentState.TALKING || agent.state() == AgentState.WRAP_UP;
            if (busy && !agent.leaving) {
                boolean closing = agent.closingMicros > 0;
                WorkPhase phase = agent.state() == AgentState.WRAP_UP
                        ? WorkPhase.WRAP_UP
                        : (closing ? WorkPhase.CLOSING : WorkPhase.TALK);
                visitor.visit(
                        agent.id,
                        phase,
                        closing ? agent.closingMicros : agent.sinceMicros(),
                        share(agent),
                        agent.workedFor == campaign.id);
            }
        }
    }

    /** Chance that the agent's next call is of this campaign: its share among those that want agents. */
    private double share(Agent agent) {
        if (agent.campaigns.size() == 1) {
            return 1;
        }
        double all = 0;
        for (long id : agent.campaigns) {
            Campaign other = state.campaigns.get(id);
            if (other != null && other.wantsAgents()) {
                all += callsOwed(other);
            }
        }
        return all <= 0 ? 0 : callsOwed(campaign) / all;
    }

    /** Agents' time is shared by weight, so calls are by weight over the time that a call takes. */
    private static double callsOwed(Campaign any) {
        return any.settings.weight() / any.handlingSeconds;
    }

    @Override
    public void eachCallInFlight(InFlightVisitor visitor) {
        for (Call call : cell.inFlight.values()) {
            visitor.visit(call.id, call.launchedMicros, call.ringingMicros, call.answerProbability);
        }
    }
}
