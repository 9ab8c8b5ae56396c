package io.tactus.sim;

import io.tactus.sim.pbx.PbxSettings;
import io.tactus.sim.world.NumberPlan;
import io.tactus.sim.world.PopulationSettings;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything that can be set about a simulated network.
 *
 * @param bind address to listen on
 * @param port 0 takes any free port
 * @param user AMI user
 * @param secret AMI secret
 * @param speed simulated seconds per real second
 * @param seed decides every fate that is not scripted
 * @param population how people and machines behave
 * @param numberPlan numbers with a scripted fate
 * @param pbx agents' phones, prompts, recordings
 * @param ledger file for the facts, if one is kept
 * @param outboxBytes unsent bytes at which a client that does not read is cut off
 */
public record SimulatorSettings(
        InetAddress bind,
        int port,
        String user,
        String secret,
        double speed,
        long seed,
        PopulationSettings population,
        NumberPlan numberPlan,
        PbxSettings pbx,
        Optional<Path> ledger,
        int outboxBytes) {
    private static final int USUAL_OUTBOX_BYTES = 16 << 20;

    /** Loopback, any free port, real time, the reference world with one live answer in four. */
    public static SimulatorSettings usual(String user, String secret) {
        return new SimulatorSettings(
                InetAddress.getLoopbackAddress(),
                0,
                user,
                secret,
                1,
                1,
                PopulationSettings.reference(0.25),
                new NumberPlan(),
                PbxSettings.usual(),
                Optional.empty(),
                USUAL_OUTBOX_BYTES);
    }

    /** The same on another address and port. */
    public SimulatorSettings listeningOn(InetAddress otherBind, int otherPort) {
        return new SimulatorSettings(
                otherBind, otherPort, user, secret, speed, seed, population, numberPlan, pbx, ledger, outboxBytes);
    }

    /** The same at another speed. */
    public SimulatorSettings withSpeed(double other) {
        return new SimulatorSettings(
                bind, port, user, secret, other, seed, population, numberPlan, pbx, ledger, outboxBytes);
    }

    /** The same with other people behind it, drawn from the seed save for the plan's numbers. */
    public SimulatorSettings withWorld(long otherSeed, PopulationSettings people, NumberPlan plan) {
        return new SimulatorSettings(
                bind, port, user, secret, speed, otherSeed, people, plan, pbx, ledger, outboxBytes);
    }

    /** The same with other phones, prompts and recordings. */
    public SimulatorSettings withPbx(PbxSettings other) {
        return new SimulatorSettings(
                bind, port, user, secret, speed, seed, population, numberPlan, other, ledger, outboxBytes);
    }

    /** The same, keeping a ledger. */
    public SimulatorSettings withLedger(Path file) {
        return new SimulatorSettings(
                bind, port, user, secret, speed, seed, population, numberPlan, pbx, Optional.of(file), outboxBytes);
    }

    /** The same with another limit for clients that do not read. */
    public SimulatorSettings withOutboxBytes(int limit) {
        return new SimulatorSettings(bind, port, user, secret, speed, seed, population, numberPlan, pbx, ledger, limit);
    }
}
