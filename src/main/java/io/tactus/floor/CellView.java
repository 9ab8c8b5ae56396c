package io.tactus.floor;

import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Cell;
import io.tactus.pacing.PacingView;

/** Shows one cell to a pacing policy. */
final class CellView implements PacingView {
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
    public long abandoned() {
        return campaign.abandoned;
    }

    @Override
    public void eachBusyAgent(BusyAgentVisitor visitor) {
        for (Agent agent : cell.serving) {
            if (agent.state() == AgentState.TALKING || agent.state() == AgentState.WRAP_UP) {
                visitor.visit(agent.id, agent.state() == AgentState.TALKING, agent.sinceMicros());
            }
        }
    }

    @Override
    public void eachCallInFlight(InFlightVisitor visitor) {
        for (Call call : cell.inFlight.values()) {
            visitor.visit(call.id, call.launchedMicros, call.ringingMicros, call.answerProbability);
        }
    }
}
