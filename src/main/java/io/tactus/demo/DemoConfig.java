package io.tactus.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the demo; {@link DemoCommand} sets them from its options. */
@ConfigMapping(prefix = "tactus.demo")
interface DemoConfig {
    /** Whether this engine is a demo. */
    @WithDefault("false")
    boolean enabled();

    /** Folder of the example campaign. */
    @WithDefault("campaigns/example")
    Path campaign();

    /** Whether agents are simulated though the rest is not the demo's: those who log in by other means act as the demo's do. */
    @WithDefault("false")
    boolean agentsAct();

    /** Mean wrap-up of a simulated agent in seconds. */
    @WithDefault("22")
    double wrapUpSeconds();

    /** After how many calls, on average, a simulated agent takes a break; 0: never. */
    @WithDefault("40")
    int callsPerBreak();

    /** Callers an hour on average, who call the demo's service line; 0: there is none. */
    @WithDefault("0")
    double callersPerHour();

    /** Simulated agents. */
    @WithDefault("10")
    int agents();

    /** Real time after which the demo stops by itself. */
    Optional<Duration> stopAfter();

    /** Where the summary goes. */
    Optional<Path> report();

    /** Whether the campaign is started. */
    @WithDefault("true")
    boolean startCampaign();

    /** Whether leads are dialled again after a call that reached nobody. */
    @WithDefault("true")
    boolean redial();

    /** Lines per free agent, instead of the example campaign's. */
    Optional<Double> linesPerAgent();

    /** Abandonment cap, instead of the example campaign's. */
    Optional<Double> abandonmentCap();

    /** Made-up people for each agent. */
    @WithDefault("500")
    int leadsPerAgent();

    /** Dial mode that replaces the one of the example campaign. */
    Optional<String> mode();
}
