package io.tactus.lab.storm;

import static io.tactus.lab.storm.Agenda.MILLI;
import static io.tactus.lab.storm.Agenda.SECOND;

import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Call;
import io.tactus.lab.storm.store.LeadRow;
import io.tactus.lab.storm.store.SessionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One story: a hostile time, then quiet, in which everything must come to rest. */
final class Story {
    /** Longest time to come to rest; a voicemail box may be open for five minutes when its end was lost. */
    private static final long REST = 420 * SECOND;

    private final World world;

    /** How a story ended. @param promise the broken promise; empty when all were kept */
    record Ending(String promise, List<Fault> faults, List<String> told, int stepsOfWorld) {
        boolean good() {
            return promise.isEmpty();
        }
    }

    private Story(World world) {
        this.world = world;
    }

    static Ending tell(long seed, Totals totals) {
        Dice dice = new Dice(seed);
        return tell(seed, Plan.of(dice), Set.of(), totals, false);
    }

    /** Tells the story of a seed, in a world of this size, without some of its faults. @param traced keeps lines to read */
    static Ending tell(long seed, Plan plan, Set<Fault> spared, Totals totals, boolean traced) {
        Trace trace = new Trace(traced);
        World world = new World(plan, new Dice(seed), spared, trace, totals);
        Story story = new Story(world);
        String promise = "";
        try {
            story.run();
        } catch (Broken broken) {
            promise = String.valueOf(broken.getMessage());
        } catch (RuntimeException e) {
            StackTraceElement at = e.getStackTrace().length == 0 ? null : e.getStackTrace()[0];
            promise = "the engine stumbles: " + e + " at " + at;
        }
        totals.stories++;
        totals.calm += plan.calm() ? 1 : 0;
        totals.storySeconds += world.agenda.now() * 1e-6;
        totals.add(world.faults.struck());
        return new Ending(
                promise, world.faults.struck(), promise.isEmpty() ? List.of() : trace.about(promise), story.steps);
    }

    private int steps;

    private void run() {
        world.lives.startIn(0);
        world.crew.begin();
        everySecond(1);
        until(world.plan.seconds() * SECOND);
        world.faults.cease();
        world.store.recover();
        until(world.agenda.now() + 30 * SECOND);
        world.crew.goHome();
        long last = world.agenda.now() + REST;
        do {
            until(world.agenda.now() + 5 * SECOND);
        } while (!unsettled().isEmpty() && world.agenda.now() < last);
        List<String> unsettled = unsettled();
        if (!unsettled.isEmpty()) {
            throw new Broken("long after the last fault: " + unsettled.getFirst());
        }
        world.storeLaw.settled();
    }

    private void until(long micros) {
        boolean[] over = {false};
        world.agenda.in(micros - world.agenda.now(), () -> over[0] = true);
        while (!over[0]) {
            steps++;
            try {
                world.agenda.step();
            } catch (EngineDied died) {
                world.lives.died();
            }
        }
    }

    /** Once a second chance looks at nodes, engine and clock. */
    private void everySecond(long second) {
        world.agenda.in(SECOND, () -> {
            for (PhoneNode node : world.nodes) {
                troubles(node, second);
            }
            if (world.faults.strikes(Fault.Kind.ENGINE_CRASH, 0, second)) {
                world.lives.dieAfter(world.dice.between(1, 60, "dies", 0, second));
            }
            if (world.faults.strikes(Fault.Kind.ENGINE_FREEZE, 0, second)) {
                world.twoOwners = true;
                world.lives.freeze(world.dice.between(500, 7_000, "freezes", 0, second) * MILLI);
            }
            if (world.faults.strikes(Fault.Kind.CLOCK_STEP, 0, second)) {
                long most = world.dice.chance(0.5, "far", 0, second) ? 3_600 : 5;
                world.stepClock(world.dice.between(-most * SECOND, most * SECOND, "step", 0, second));
            }
            everySecond(second + 1);
        });
    }

    private void troubles(PhoneNode node, long second) {
        for (long agent : List.copyOf(agentsAt(node))) {
            if (world.faults.strikes(Fault.Kind.LOST_LEG, agent, second)) {
                node.loseLeg(agent);
            }
        }
        if (node.reachable && world.faults.strikes(Fault.Kind.NODE_CRASH, node.index, second)) {
            cut(node, second);
            node.crash();
        } else if (node.reachable && world.faults.strikes(Fault.Kind.LINK_CUT, node.index, second)) {
            cut(node, second);
        }
    }

    private static List<Long> agentsAt(PhoneNode node) {
        List<Long> agents = new ArrayList<>();
        node.agents().forEach(agents::add);
        return agents;
    }

    /** The link is gone; the engine notices within three seconds, and gets it back some time later. */
    private void cut(PhoneNode node, long second) {
        node.reachable = false;
        long noticed = world.dice.between(1, 3_000, "noticed", node.index, second) * MILLI;
        long back = noticed + world.dice.between(200, 20_000, "back", node.index, second) * MILLI;
        world.agenda.in(noticed, () -> world.lives.each(life -> life.link(node).lost()));
        world.agenda.in(back, () -> {
            node.reachable = true;
            world.lives.each(life -> life.link(node).connect());
        });
    }

    /** What is still under way. */
    private List<String> unsettled() {
        List<String> found = new ArrayList<>();
        Life life = world.lives.awake().orElse(null);
        if (life == null) {
            return List.of("no engine owns the floor");
        }
        for (Call call : life.engine.floor().openCalls()) {
            found.add("call " + call.id + " is still " + call.stage() + " on the floor");
        }
        for (PhoneNode node : world.nodes) {
            if (node.hasCalls()) {
                found.add("channels on " + node.name + " that nobody hangs up: " + node.calls());
            }
        }
        for (PhoneNode node : world.nodes) {
            for (long leg : node.agents()) {
                if (life.engine.floor().agents().stream()
                        .noneMatch(agent -> agent.id == leg && agent.node.equals(node.name))) {
                    found.add("agent " + leg + " has a leg on " + node.name + " and does not sit there");
                }
            }
        }
        for (Agent agent : life.engine.floor().agents()) {
            SessionRow session = world.tables.sessions.get(agent.id);
            if (agent.holdsLine != (agent.leg != Agent.Leg.NONE && !agent.trunk.isEmpty())) {
                found.add("agent " + agent.id + ", leg " + agent.leg + ", holds " + (agent.holdsLine ? "a" : "no")
                        + " line of trunk " + agent.trunk);
            }
            if (waitsForLine(life, agent)) {
                continue;
            }
            if (agent.state() != AgentState.READY && agent.state() != AgentState.PAUSED) {
                found.add("agent " + agent.id + " is stuck in " + agent.state() + " with leg " + agent.leg
                        + " and call " + agent.callId);
            } else if (session == null || session.ended || session.state != agent.state()) {
                found.add("agent " + agent.id + " is " + agent.state() + " and the store says "
                        + (session == null || session.ended ? "logged out" : session.state));
            }
        }
        // The floor has let go of a lead before the store has.
        for (LeadRow lead : world.tables.leads.values()) {
            if (lead.state == LeadRow.State.RESERVED) {
                found.add("lead " + lead.id + " is still RESERVED for call " + lead.reservation);
            }
        }
        life.engine.floor().campaigns().forEach(campaign -> {
            String stored = world.tables.campaign(campaign.id).state;
            String state = campaign.state().name().toLowerCase(java.util.Locale.ROOT);
            if (!List.of("stopped", "done", "draft").contains(state) || !state.equals(stored)) {
                found.add("campaign " + campaign.id + " is " + state + ", in the store " + stored);
            }
        });
        return found;
    }

    /** Others with phones outside have all the lines that there are. */
    private static boolean waitsForLine(Life life, Agent agent) {
        return agent.state() == AgentState.LEG_CONNECTING
                && agent.leg == Agent.Leg.NONE
                && life.engine.floor().trunks().stream()
                        .anyMatch(trunk -> trunk.name.equals(agent.trunk) && trunk.spare() <= 0);
    }
}
