package io.tactus.sim.ami;

/** What an AMI action does. Runs on the world thread. */
@FunctionalInterface
interface Action {
    void run(Exchange exchange);
}
