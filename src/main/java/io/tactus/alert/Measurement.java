package io.tactus.alert;

import io.tactus.floor.model.Agent;
import io.tactus.floor.model.DialMode;
import io.tactus.wallboard.Board;
import io.tactus.wallboard.Board.AgentRow;
import io.tactus.wallboard.Board.CampaignRow;
import java.util.ArrayList;
import java.util.List;

/** Reads from a picture of the floor what alerts may be about. */
final class Measurement {
    private static final double MILLIS = 1_000;
    /** One abandoned call of three is no rate yet. */
    private static final int LEAST_ANSWERS = 30;

    private Measurement() {}

    static List<Measured> of(Board board) {
        List<Measured> all = new ArrayList<>();
        for (AgentRow agent : board.agents()) {
            double seconds = Math.max(0, board.atMillis() - agent.sinceMillis()) / MILLIS;
            switch (agent.state()) {
                case "PAUSED" -> {
                    all.add(new Measured(AlertKind.PAUSE_LONG, agent.id(), "", seconds));
                    if (agent.code().equals(Agent.PAUSE_NOT_ANSWERED)) {
                        all.add(new Measured(AlertKind.NOT_ANSWERED, agent.id(), "", seconds));
                    }
                }
                case "TALKING" -> all.add(new Measured(AlertKind.TALK_LONG, agent.id(), "", seconds));
                case "WRAP_UP" -> all.add(new Measured(AlertKind.WRAP_UP_LONG, agent.id(), "", seconds));
                case "LEG_CONNECTING" -> all.add(new Measured(AlertKind.LEG_LOST, agent.id(), "", seconds));
                default -> {
                    // Nothing to be measured.
                }
            }
        }
        for (CampaignRow campaign : board.campaigns()) {
            if (campaign.mode().equals(DialMode.INBOUND.name())) {
                // A queue of callers has no leads at hand and no cap.
                continue;
            }
            if (campaign.liveAnswers() >= LEAST_ANSWERS && campaign.abandonmentCap() > 0) {
                double share = (double) campaign.abandoned() / campaign.liveAnswers() / campaign.abandonmentCap();
                all.add(new Measured(AlertKind.CAP_NEAR, campaign.id(), campaign.name(), share));
            }
            if (campaign.state().equals("RUNNING")) {
                all.add(new Measured(AlertKind.HOPPER_LOW, campaign.id(), campaign.name(), campaign.hopper()));
            }
        }
        board.trunks().stream()
                .filter(Board.TrunkRow::failing)
                .forEach(trunk ->
                        all.add(new Measured(AlertKind.TRUNK_FAILING, 0, trunk.node() + "/" + trunk.name(), 1)));
        board.nodes().stream()
                .filter(node -> !node.up())
                .forEach(node -> all.add(new Measured(AlertKind.NODE_DOWN, 0, node.name(), 1)));
        if (!board.blocked().isEmpty()) {
            all.add(new Measured(AlertKind.DIALLING_BLOCKED, 0, "", 1));
        }
        return all;
    }
}
