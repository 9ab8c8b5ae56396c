package io.tactus.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.tactus.testing.EngineTest;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Walks all endpoints as everybody, and compares what happens with the one table of who may do what, {@code access/endpoints.txt}. */
@EngineTest
class EndpointWalkTest {
    private static final String NOBODY = "anonymous";
    private static final List<String> ROLES = List.of("agent", "supervisor", "manager", "compliance", "administrator");

    private static final Set<String> UPLOADS = Set.of(
            "POST /api/imports/preview", "POST /api/lists/{id}/imports", "POST /api/dnc/upload", "POST /api/prompts");

    @Inject
    People people;

    /** A line of the table. @param roles empty for everybody, logged in or not; scope - for none */
    private record Rule(Set<String> roles, String scope) {}

    @Test
    void everyEndpointIsInTheTableAndNothingElse() throws IOException {
        assertThat(endpoints()).containsExactlyElementsOf(table().keySet());
    }

    @Test
    void everyRoleMayDoWhatTheTableSaysAndNoMore() throws IOException {
        List<String> differences = new ArrayList<>();
        table().forEach((endpoint, rule) -> {
            check(differences, endpoint, NOBODY, given(), rule.roles().isEmpty() ? 0 : 401);
            for (String role : ROLES) {
                boolean allowed = rule.roles().isEmpty() || rule.roles().contains(role);
                // A session of its own each time: logging out is among the endpoints.
                check(differences, endpoint, role, People.withSession(people.session(role)), allowed ? 0 : 403);
            }
        });
        assertThat(differences).isEmpty();
    }

    @Test
    void aTokenNeedsItsUsersRoleAndTheScope() throws IOException {
        List<String> differences = new ArrayList<>();
        table().forEach((endpoint, rule) -> {
            String role = rule.roles().stream().sorted().findFirst().orElse("manager");
            RequestSpecification other =
                    people.withToken(role, rule.scope().equals("dnc:read") ? "leads:read" : "dnc:read");
            check(differences, endpoint, "token of " + role + " without the scope", other, 403);
            if (!rule.scope().equals("-")) {
                check(differences, endpoint, "token of " + role, people.withToken(role, rule.scope()), 0);
            }
        });
        assertThat(differences).isEmpty();
    }

    private static void check(
            List<String> differences, String endpoint, String who, RequestSpecification as, int refusal) {
        String[] parts = endpoint.split(" ");
        boolean upload = UPLOADS.contains(endpoint);
        RequestSpecification request = as.contentType(upload ? ContentType.MULTIPART : ContentType.JSON);
        if (upload) {
            request.multiPart("nothing", "nothing");
        } else if (!parts[0].equals("GET") && !parts[0].equals("DELETE")) {
            request.body("{}");
        }
        int status = request.request(parts[0], parts[1].replaceAll("\\{[^}]*}", "999999"))
                .statusCode();
        boolean asExpected = refusal == 0 ? status != 401 && status != 403 && status < 500 : status == refusal;
        if (!asExpected) {
            differences.add("%s as %s: %d, expected %s"
                    .formatted(endpoint, who, status, refusal == 0 ? "to be let in" : String.valueOf(refusal)));
        }
    }

    private static Set<String> endpoints() {
        JsonPath document =
                given().accept(ContentType.JSON).get("/q/openapi?format=json").jsonPath();
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        Set<String> endpoints = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(Set.of("get", "post", "put", "delete", "patch")::contains)
                .forEach(method -> endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return endpoints;
    }

    private static Map<String, Rule> table() throws IOException {
        try (var in = EndpointWalkTest.class.getResourceAsStream("/access/endpoints.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.trim().split("\\s+"))
                    .collect(Collectors.toMap(
                            parts -> parts[0] + " " + parts[1],
                            parts -> new Rule(roles(parts[2]), parts[3]),
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static Set<String> roles(String text) {
        return switch (text) {
            case "public" -> Set.of();
            case "any" -> Set.copyOf(ROLES);
            default -> Set.copyOf(Arrays.asList(text.split(",")));
        };
    }
}
