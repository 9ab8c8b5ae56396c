package io.tactus.lab;

import io.tactus.sim.world.Detection;
import io.tactus.sim.world.Fate;
import io.tactus.sim.world.Party;
import java.time.Duration;

/** Who is called: what becomes of each dial. */
interface People {
    /** What the lead promises: its own answer probability at the beginning of the run; 0 when nobody knows it. */
    double promise(long lead);

    /** What becomes of a dial of the lead. @param part which part of the run it is, 0 to 1 */
    Fate fateOf(long lead, double part);

    /** How long the person talks. */
    Duration talk(long lead, Party.Person person);

    /** What machine detection makes of who answered. */
    Detection detect(long lead, Party party);
}
