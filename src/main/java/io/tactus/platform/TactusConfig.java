package io.tactus.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The engine's own settings; see {@code application.yaml} for what each is. */
@ConfigMapping(prefix = "tactus")
public interface TactusConfig {
    /** Floor that this engine wants to own. */
    @WithDefault("main")
    String floor();

    /** Folder of the engine's own files. */
    @WithDefault(".tactus")
    Path home();

    /** Simulated seconds per real second; 1 against a real telephone network. */
    @WithDefault("1")
    double speed();

    /** Whether the telephone network is simulated, which every page and the log then say. */
    @WithDefault("false")
    boolean simulated();

    /** Whether the floor runs in this process. */
    @WithDefault("true")
    boolean floorEnabled();

    /** Days that journals of inputs are kept. */
    @WithDefault("7")
    int journalDays();

    /** What a campaign has learnt is used again after a start when it is not older than so many days. */
    @WithDefault("7")
    int memoryDays();

    /** Longest voicemail message in seconds. */
    @WithDefault("120")
    int voicemailSeconds();

    /** Folder of recordings as Asterisk sees it; {@code recordings} below {@link #home()} when not given. */
    Optional<Path> recordings();

    /** Folder where the embedded database's programs are unpacked; beside its data when not given. */
    Optional<Path> postgresBinaries();

    /** Asterisk nodes by name. */
    Map<String, Node> nodes();

    /** One Asterisk node. */
    interface Node {
        /** Address of the manager interface. */
        @WithDefault("127.0.0.1")
        String host();

        /** Port of the manager interface. */
        @WithDefault("5038")
        int port();

        /** Manager user that reads events. */
        @WithDefault("tactus-events")
        String eventsUser();

        /** Its secret. */
        String eventsSecret();

        /** Manager user that sends actions. */
        @WithDefault("tactus-actions")
        String actionsUser();

        /** Its secret. */
        String actionsSecret();

        /** How many endpoints {@code web-01} and so on the node has for browsers; 0: it takes none. */
        @WithDefault("0")
        int browsers();

        /** Where the node takes SIP over WebSocket; asked by the engine only, which relays it to the pages. */
        @WithDefault("ws://127.0.0.1:8088/ws")
        String webSocket();

        /** Trunks by PJSIP endpoint. */
        Map<String, Trunk> trunks();
    }

    /** Limits of one trunk. */
    interface Trunk {
        /** Highest number of calls at once. */
        @WithDefault("100")
        int lines();

        /** Originates a second. */
        @WithDefault("10")
        double callsPerSecond();
    }
}
