package io.tactus.client;

import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Option;

/** How a command reaches a running engine. Secrets come from the environment, since others can read a command line. */
public final class EngineOptions {
    /** Said in the help of commands that use it. */
    public static final String SECRETS =
            "an API token is read from TACTUS_TOKEN, or the user's password from TACTUS_PASSWORD";

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            description = "the engine (default http://127.0.0.1:8080)")
    String url = "http://127.0.0.1:8080";

    @Option(names = "--user", defaultValue = "manager", description = "user with the role manager (default manager)")
    String user = "manager";

    /** The engine, with the token or the password that the environment has. */
    public RestClient connect() throws IOException {
        Map<String, String> environment = System.getenv();
        String token = environment.get("TACTUS_TOKEN");
        if (token != null) {
            return new RestClient(url, token);
        }
        String password = environment.get("TACTUS_PASSWORD");
        if (password == null) {
            throw new IllegalArgumentException(
                    "set TACTUS_PASSWORD to the password of user '" + user + "', or TACTUS_TOKEN to an API token");
        }
        return new RestClient(url, user, password);
    }
}
