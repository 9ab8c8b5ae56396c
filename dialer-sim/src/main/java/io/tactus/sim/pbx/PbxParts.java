package io.tactus.sim.pbx;

import io.tactus.sim.ledger.Facts;
import io.tactus.sim.time.Scheduler;
import io.tactus.sim.world.Carriers;
import io.tactus.sim.world.Population;

/** What the parts of the simulated Asterisk share. */
record PbxParts(
        Scheduler scheduler,
        Channels channels,
        ChannelEvents events,
        Facts facts,
        Population population,
        Carriers carriers,
        AgentPhones phones) {}
