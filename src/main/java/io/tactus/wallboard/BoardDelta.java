package io.tactus.wallboard;

import java.util.List;

/** What changed since the message before: agents and calls as far as they changed, the rest whole. @param type always {@code delta} */
public record BoardDelta(
        String type,
        long atMillis,
        String blocked,
        List<Board.NodeRow> nodes,
        List<Board.TrunkRow> trunks,
        List<Board.CampaignRow> campaigns,
        List<Board.AgentRow> agents,
        List<Long> goneAgents,
        List<Board.CallRow> calls,
        List<Long> goneCalls) {}
