package io.tactus.lab.storm;

import static io.tactus.lab.storm.Agenda.MILLI;
import static io.tactus.lab.storm.Agenda.SECOND;

import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.CampaignInput.Command;
import io.tactus.floor.input.Input;
import io.tactus.floor.input.NetworkInput.TrunkConfigured;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Monitoring;
import io.tactus.lab.storm.store.CampaignRow;
import io.tactus.lab.storm.store.LeadRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Agents, managers and people who want no calls: each looks at the screen now and then and does something. */
final class Crew {
    private static final String[] DISPOSITIONS = {"SALE", "CALL_BACK", "DO_NOT_CALL", "NOT_INTERESTED", "OTHER"};

    private final World world;
    private final Map<Long, List<Long>> assignments = new HashMap<>();
    private final CrewTalk colleagues;
    private boolean homeward;

    Crew(World world) {
        this.world = world;
        this.colleagues = new CrewTalk(world);
    }

    void begin() {
        for (long id = 1; id <= world.plan.agents(); id++) {
            agentLooks(World.AGENTS + id, 0);
        }
        world.tables.campaigns.keySet().forEach(id -> managerLooks(id, 0));
        listGrows(0);
    }

    /** Nobody begins anything new; what is under way is finished. */
    void goHome() {
        homeward = true;
        world.lives
                .awake()
                .ifPresent(life -> world.tables
                        .campaigns
                        .keySet()
                        .forEach(id -> life.hear(new CampaignInput.Commanded(id, Command.STOP))));
    }

    List<Long> campaignsOf(long agentId) {
        return assignments.computeIfAbsent(agentId, id -> choice(id, 0));
    }

    private List<Long> choice(long agentId, long look) {
        List<Long> all = List.copyOf(world.tables.campaigns.keySet());
        int choice = world.dice.below(all.size() + 1, "serves", agentId, look);
        return choice == all.size() ? all : List.of(all.get(choice));
    }

    private void agentLooks(long id, long look) {
        world.agenda.in(world.dice.between(300, 4_000, "looks", id, look) * MILLI, () -> {
            world.lives.awake().ifPresent(life -> act(life, id, look));
            agentLooks(id, look + 1);
        });
    }

    private Optional<Agent> find(Life life, long id) {
        return life.engine.floor().agents().stream()
                .filter(agent -> agent.id == id)
                .findFirst();
    }

    private void act(Life life, long id, long look) {
        double mood = world.dice.roll("mood", id, look);
        Optional<Agent> present = find(life, id);
        if (present.isEmpty()) {
            if (!homeward && mood < 0.5 && world.store.answers()) {
                String trunk = world.phone(id).trunk();
                String node = world.trunks.stream()
                        .filter(each -> each.trunk().equals(trunk))
                        .findFirst()
                        .map(TrunkConfigured::node)
                        .orElseGet(() -> world.nodes.get(world.dice.below(world.nodes.size(), "node", id, look)).name);
                world.tables.openSession(id, node);
                hear(life, new AgentInput.LoggedIn(id, campaignsOf(id), node, false, false, trunk));
            }
            return;
        }
        Agent agent = present.get();
        if (colleagues.look(life, agent, look)) {
            return;
        }
        switch (agent.state()) {
            case PAUSED -> {
                if (!homeward && mood < 0.1) {
                    dialByHand(life, agent, look);
                } else if (!homeward && mood < 0.25) {
                    supervise(life, id, mood, look);
                } else if (!homeward && mood < 0.8) {
                    hear(life, new AgentInput.WantsReady(id));
                } else if (mood > 0.9) {
                    pickUp(life, agent);
                }
            }
            case READY -> {
                if (!homeward && mood > 0.97) {
                    dialByHand(life, agent, look);
                } else if (mood > 0.93) {
                    pickUp(life, agent);
                } else {
                    wish(life, id, mood, look);
                }
            }
            case LEG_CONNECTING -> wish(life, id, mood * 2, look);
            case RESERVED -> {
                if (mood < 0.6) {
                    hear(life, new AgentInput.PreviewAccepted(id, agent.callId));
                } else if (mood < 0.75) {
                    hear(life, new AgentInput.PreviewSkipped(id, agent.callId, "not now"));
                }
            }
            case TALKING -> talk(life, agent, mood, look);
            case WRAP_UP -> {
                if (mood < 0.1) {
                    hear(life, new AgentInput.WrapUpExtended(id, 2_000));
                } else if (mood < 0.7) {
                    dispose(life, agent, look);
                } else if (mood > 0.9) {
                    pickUp(life, agent);
                }
            }
            case LOGGED_OUT -> {
                // Is not on the floor.
            }
        }
    }

    private void supervise(Life life, long id, double mood, long look) {
        if (mood < 0.12) {
            hear(life, new AgentInput.TakesOver(id, heard(life, id)));
        } else if (mood < 0.14) {
            hear(life, new AgentInput.StopsMonitoring(id, heard(life, id)));
        } else {
            List<Agent> agents = List.copyOf(life.engine.floor().agents());
            long target = agents.get(world.dice.below(agents.size(), "hears", id, look)).id;
            Monitoring how = Monitoring.values()[world.dice.below(3, "how", id, look)];
            hear(life, new AgentInput.Monitors(id, target, how));
        }
    }

    private long heard(Life life, long id) {
        return find(life, id).map(agent -> agent.monitors).orElse(0L);
    }

    private void wish(Life life, long id, double mood, long look) {
        if (homeward) {
            return;
        }
        if (mood < 0.04) {
            hear(life, new AgentInput.WantsPause(id, "BREAK"));
        } else if (mood < 0.055) {
            hear(life, new AgentInput.WantsLogout(id));
        } else if (mood < 0.065) {
            assignments.put(id, choice(id, look));
            hear(life, new AgentInput.CampaignsAssigned(id, campaignsOf(id)));
        }
    }

    private void talk(Life life, Agent agent, double mood, long look) {
        if (mood < 0.06) {
            hear(life, new AgentInput.HungUp(agent.id));
        } else if (mood < 0.1) {
            dispose(life, agent, look);
        } else if (mood < 0.13) {
            hear(life, new AgentInput.WantsPause(agent.id, "BREAK"));
        } else if (mood < 0.14) {
            hear(life, new AgentInput.WantsLogout(agent.id));
        } else if (mood < 0.2) {
            hear(life, new AgentInput.SeesEnd(agent.id));
        } else if (mood < 0.23) {
            hear(life, new AgentInput.HearsMachine(agent.id));
        } else if (mood < 0.4) {
            hold(life, agent);
        } else if (mood < 0.44) {
            life.engine.floor().agents().stream()
                    .filter(other -> other.state() == AgentState.READY)
                    .findFirst()
                    .ifPresent(other -> hear(life, new AgentInput.TransfersToAgent(agent.id, other.id)));
        } else if (mood < 0.46) {
            life.engine.transferOutside(agent.id, agent.callId, "+15550199");
            life.poke();
        } else if (mood < 0.49) {
            hear(life, new AgentInput.Parks(agent.id));
        }
    }

    private void pickUp(Life life, Agent agent) {
        life.engine.floor().openCalls().stream()
                .filter(call -> call.parkedById != 0)
                .findFirst()
                .ifPresent(call -> hear(life, new AgentInput.PicksUp(agent.id, call.id)));
    }

    private void hold(Life life, Agent agent) {
        boolean held = life.engine.floor().openCalls().stream()
                .anyMatch(call -> call.id == agent.callId && call.stage() == CallStage.HELD);
        hear(life, held ? new AgentInput.Retrieves(agent.id) : new AgentInput.Holds(agent.id));
    }

    private void dispose(Life life, Agent agent, long look) {
        String code = DISPOSITIONS[world.dice.below(DISPOSITIONS.length, "disposition", agent.id, look)];
        hear(life, new AgentInput.Disposed(agent.id, agent.callId, code));
    }

    private void dialByHand(Life life, Agent agent, long look) {
        List<LeadRow> leads = new ArrayList<>(world.tables.leads.values());
        LeadRow lead = leads.get(world.dice.below(leads.size(), "by hand", agent.id, look));
        if (agent.campaigns.contains(lead.campaignId)) {
            try {
                life.engine.dialByHand(agent.id, lead.campaignId, lead.id);
                life.poke();
            } catch (SQLException e) {
                // The page says that the database does not answer.
                life.poke();
            }
        }
    }

    private void managerLooks(long campaignId, long look) {
        world.agenda.in(5 * SECOND, () -> {
            if (homeward) {
                return;
            }
            world.lives.awake().ifPresent(life -> {
                CampaignRow campaign = world.tables.campaign(campaignId);
                boolean running = campaign.state.equals("running");
                if (!running || world.dice.chance(0.04, "manager", campaignId, look)) {
                    hear(life, new CampaignInput.Commanded(campaignId, running ? Command.PAUSE : Command.START));
                }
            });
            managerLooks(campaignId, look + 1);
        });
    }

    private void listGrows(long look) {
        world.agenda.in(3 * SECOND, () -> {
            if (homeward) {
                return;
            }
            if (world.dice.chance(0.2, "list", 0, look)) {
                forbidOne(look);
            }
            listGrows(look + 1);
        });
    }

    /** The list first, then the floor hears of it, as when a person is put on it over REST. */
    private void forbidOne(long look) {
        List<LeadRow> leads = new ArrayList<>(world.tables.leads.values());
        LeadRow lead = leads.get(world.dice.below(leads.size(), "forbids", 0, look));
        if (!lead.number().isEmpty()) {
            world.tables.forbid(lead.number(), 0);
            if (lead.state == LeadRow.State.RESERVED) {
                world.lives
                        .awake()
                        .ifPresent(
                                life -> hear(life, new CampaignInput.LeadWithdrawn(lead.campaignId, lead.reservation)));
            }
        }
    }

    private void hear(Life life, Input input) {
        life.hear(input);
    }
}
