package io.tactus.sim;

import io.tactus.sim.ami.AmiServer;
import io.tactus.sim.fault.EventFaults;
import io.tactus.sim.fault.Faults;
import io.tactus.sim.ledger.Facts;
import io.tactus.sim.ledger.Ledger;
import io.tactus.sim.ledger.Statistics;
import io.tactus.sim.pbx.Pbx;
import io.tactus.sim.time.RealTimeScheduler;
import io.tactus.sim.world.Carriers;
import io.tactus.sim.world.Fate;
import io.tactus.sim.world.NumberPlan;
import io.tactus.sim.world.Population;
import io.tactus.sim.world.Script;
import java.time.Duration;

/** A running simulated telephone network: an Asterisk that speaks AMI, and people behind it. Nothing here calls anybody. */
public final class SimulatedNetwork implements AutoCloseable {
    private final RealTimeScheduler world;
    private final Facts facts;
    private final AmiServer ami;
    private final Faults faults;

    private SimulatedNetwork(SimulatorSettings settings) {
        this.facts = new Facts(settings.ledger().map(Ledger::new));
        this.world = new RealTimeScheduler(settings.speed());
        this.ami = new AmiServer(world, settings.bind(), settings.port(), settings.outboxBytes(), settings.seed());
        var population = new Population(settings.seed(), settings.population(), settings.numberPlan());
        var carriers = new Carriers(settings.seed());
        var pbx = new Pbx(world, population, carriers, settings.pbx(), facts, ami.events());
        this.faults = new NetworkFaults(world, ami, pbx, carriers, settings.numberPlan());
        ami.serve(pbx, faults, settings.user(), settings.secret());
    }

    /** Starts one and listens; several may run side by side. */
    public static SimulatedNetwork start(SimulatorSettings settings) {
        return new SimulatedNetwork(settings);
    }

    /** The AMI port. */
    public int port() {
        return ami.port();
    }

    /** The figures now. */
    public Statistics statistics() {
        return facts.statistics();
    }

    /** Forgets the latencies so far, for a measurement without its warm-up. */
    public void forgetLatencies() {
        facts.forgetLatencies();
    }

    /** The means to make trouble. */
    public Faults faults() {
        return faults;
    }

    /** Cuts all connections and ends the world. */
    @Override
    public void close() {
        ami.close();
        world.execute(() -> {
            facts.close();
            world.close();
        });
    }

    private record NetworkFaults(RealTimeScheduler world, AmiServer ami, Pbx pbx, Carriers carriers, NumberPlan plan)
            implements Faults {

        @Override
        public void cutConnections(Duration refuseFor) {
            ami.cut(refuseFor);
        }

        @Override
        public void restart(Duration refuseFor) {
            ami.cut(refuseFor);
            world.execute(pbx::die);
        }

        @Override
        public void freeze(Duration atMost) {
            ami.freeze(atMost);
        }

        @Override
        public void thaw() {
            ami.thaw();
        }

        @Override
        public void events(EventFaults eventFaults) {
            ami.setEventFaults(eventFaults);
        }

        @Override
        public void trunk(String trunk, double failureRate) {
            world.execute(() -> carriers.setFailureRate(trunk, failureRate));
        }

        @Override
        public void hangUp(String number) {
            world.execute(() -> pbx.hangUpFarEnds(number));
        }

        @Override
        public void phone(String endpoint, boolean registered) {
            world.execute(() -> pbx.setRegistered(endpoint, registered));
        }

        @Override
        public void callIn(String trunk, String number, String caller, String behaviour) {
            if (!(Script.fate(behaviour) instanceof Fate.Answered answered)) {
                throw new IllegalArgumentException("who calls in is a person or a machine, not " + behaviour);
            }
            world.execute(() -> pbx.callIn(trunk, number, caller, answered.party()));
        }

        @Override
        public void script(String number, String behaviour) {
            var fate = Script.fate(behaviour);
            world.execute(() -> {
                plan.remove(number);
                plan.add(number, fate);
            });
        }
    }
}
