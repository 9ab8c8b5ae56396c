package io.tactus.lead.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import io.tactus.testing.SocketListener;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@EngineTest
class ImportTest {
    @Inject
    People people;

    @Inject
    Given given;

    @Inject
    DataSource database;

    @Test
    void goodRowsBecomeLeadsAndBadOnesAreSaid() {
        long list = given.aList(given.aCampaign(), Map.of("Age", "number"));
        given.aLead(list, "Present", "+12025550150");
        JsonPath done = imported(list, """
                Phone,Mobile,First name,Last name,Age,Time zone
                202-555-0151,(212) 555-0151,Ada,Lovelace,36,
                12,,Too,Short,1,
                +1 202 555 0151,,Twice,In file,2,
                2025550150,,Is,In list,3,
                2025550152,,Wrong,Age,old,
                ,,No,Number,4,
                2025550153,,=cmd(),Harmful,5,Mars/Olympus
                2025550154,,Zoned,Lead,6,America/Chicago
                2025550155,a,b,c,d,e,f,g
                """);
        assertThat(done.getLong("rowsRead")).isEqualTo(9);
        assertThat(done.getLong("rowsImported")).isEqualTo(2);
        assertThat(done.getLong("rowsRejected")).isEqualTo(7);
        people.as("manager")
                .get("/api/leads?listId=" + list + "&number=2025550151")
                .then()
                .body("leads[0].phones.number", contains("+12025550151", "+12125550151"))
                .body("leads[0].custom.Age", equalTo(36))
                .body("leads[0].firstName", equalTo("Ada"));
        people.as("manager")
                .get("/api/leads?listId=" + list + "&number=2025550154")
                .then()
                .body("leads[0].phones[0].zones", contains("America/Chicago"));
        String rejected = people.as("manager")
                .get("/api/imports/" + done.getLong("id") + "/rejected.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(rejected.lines())
                .hasSize(8)
                .anySatisfy(line -> assertThat(line).contains("rejected_line,rejected_reason"))
                .anySatisfy(line -> assertThat(line).startsWith("12,,Too,Short,1,,3,Phone: is too short"))
                .anySatisfy(line -> assertThat(line).contains(",4,the number +12025550151 stands in line 2 already"))
                .anySatisfy(line -> assertThat(line).contains("the number +12025550150 is in the list already"))
                .anySatisfy(line -> assertThat(line).contains("Age: must be a number"))
                .anySatisfy(line -> assertThat(line).contains("has no telephone number in Phone, Mobile"))
                .anySatisfy(line -> assertThat(line).contains("'=cmd()"))
                .anySatisfy(line -> assertThat(line).contains("has 8 cells, the header has 6"));
    }

    @Test
    void correctedRejectsCanBeUploadedAgain() {
        long list = given.aList(given.aCampaign(), Map.of());
        JsonPath first = imported(list, "Phone,Name\n12,Short\n");
        String rejected = people.as("manager")
                .get("/api/imports/" + first.getLong("id") + "/rejected.csv")
                .asString();
        JsonPath second = imported(list, rejected.replaceFirst("(?m)^12,", "2025550156,"));
        assertThat(second.getLong("rowsImported")).isEqualTo(1);
    }

    @Test
    void latin1IsReadAndSaid() {
        long list = given.aList(given.aCampaign(), Map.of());
        byte[] file = "Telefon;Vorname;Nachname\n2025550157;J\u00fcrgen;M\u00fcller\n"
                .getBytes(Charset.forName("windows-1252"));
        JsonPath done = await(upload(list, file, null));
        assertThat(done.getString("charset")).isEqualTo("windows-1252");
        people.as("manager").get("/api/leads?listId=" + list).then().body("leads.lastName", contains("M\u00fcller"));
    }

    @Test
    void tabsQuotesBackslashesAndLineBreaksComeThroughUnchanged() {
        long list = given.aList(given.aCampaign(), Map.of());
        imported(list, "\uFEFFphone,last name,notes\n2025550158,\"O\"\"Hara\\N\",\"a\tb\nc\\d\\.\"\n");
        people.as("manager")
                .get("/api/leads?listId=" + list)
                .then()
                .body("leads[0].lastName", equalTo("O\"Hara\\N"))
                .body("leads[0].notes", equalTo("a\tb\nc\\d\\."));
    }

    @Test
    void theMappingCanBeGiven() {
        long list = given.aList(given.aCampaign(), Map.of());
        Response response = upload(
                list,
                "A,B\n2025550159,Given\n".getBytes(StandardCharsets.UTF_8),
                "{\"phones\":[\"A\"],\"lastName\":\"B\"}");
        assertThat(await(response).getLong("rowsImported")).isEqualTo(1);
        upload(list, "A,B\n1,2\n".getBytes(StandardCharsets.UTF_8), "{\"phones\":[\"C\"]}")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("mapping.phones[0]"));
        upload(list, "A,B\n1,2\n".getBytes(StandardCharsets.UTF_8), null)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("mapping.phones"));
    }

    @Test
    void aPreviewGuessesAndStoresNothing() {
        people.as("manager")
                .contentType(ContentType.MULTIPART)
                .multiPart(
                        "file",
                        "x.csv",
                        "Customer ID;Phone;Surname\n1;2025550160;Curie\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/imports/preview")
                .then()
                .statusCode(200)
                .body("delimiter", equalTo(";"))
                .body("mapping.phones", contains("Phone"))
                .body("mapping.externalId", equalTo("Customer ID"))
                .body("mapping.lastName", equalTo("Surname"))
                .body("rows[0]", contains("1", "2025550160", "Curie"));
    }

    @Test
    void aWatcherIsToldHowFarAnImportIsUntilItIsOver() throws InterruptedException {
        long list = given.aList(given.aCampaign(), Map.of());
        StringBuilder rows = new StringBuilder("phone\n");
        for (int i = 0; i < 20_000; i++) {
            rows.append("+1213").append(2_000_000 + i).append('\n');
        }
        long id = upload(list, rows.toString().getBytes(StandardCharsets.UTF_8), null)
                .jsonPath()
                .getLong("id");
        try (SocketListener watcher = watch(id)) {
            List<JsonPath> seen = watcher.until(view -> !view.getString("state").equals("running"));
            assertThat(seen.getLast().getString("state")).isEqualTo("done");
            assertThat(seen.getLast().getLong("rowsImported")).isEqualTo(20_000);
            assertThat(watcher.silentFor(Duration.ofMillis(1_500))).isTrue();
        }
        try (SocketListener late = watch(id)) {
            assertThat(late.next().getString("state")).isEqualTo("done");
        }
        try (SocketListener lost = watch(Long.MAX_VALUE)) {
            assertThat(lost.closing()).isNotNull();
        }
    }

    private SocketListener watch(long id) {
        return SocketListener.connect(
                RestAssured.port, "/api/imports/" + id + "/stream", people.bearer("manager", "leads:read"));
    }

    @Test
    void aCancelledImportLeavesNothing() {
        long list = given.aList(given.aCampaign(), Map.of());
        StringBuilder rows = new StringBuilder("phone\n");
        for (int i = 0; i < 60_000; i++) {
            rows.append("+1212").append(2_000_000 + i).append('\n');
        }
        long id = upload(list, rows.toString().getBytes(StandardCharsets.UTF_8), null)
                .jsonPath()
                .getLong("id");
        people.as("manager").delete("/api/imports/" + id).then().statusCode(204);
        people.as("manager").get("/api/imports/" + id).then().body("state", equalTo("cancelled"));
        people.as("manager").delete("/api/imports/" + id).then().statusCode(409);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(openImports()).isZero());
        people.as("manager").get("/api/leads?listId=" + list).then().body("leads.size()", equalTo(0));
    }

    @Test
    void anImportWhoseEngineIsGoneIsMarkedAsFailed() throws SQLException {
        long list = given.aList(given.aCampaign(), Map.of());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into lead_import (list_id, file_name, state, started_by, touched_at) values (?, 'x.csv', 'running', 'x', now() - interval '2 minutes')")) {
            statement.setLong(1, list);
            statement.executeUpdate();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> people.as("manager")
                        .get("/api/lists/" + list + "/imports")
                        .then()
                        .body("[0].state", equalTo("failed")));
    }

    private JsonPath imported(long list, String file) {
        JsonPath done = await(upload(list, file.getBytes(StandardCharsets.UTF_8), null));
        assertThat(done.getString("state")).isEqualTo("done");
        return done;
    }

    private Response upload(long list, byte[] file, String mapping) {
        var request = people.as("manager").contentType(ContentType.MULTIPART).multiPart("file", "leads.csv", file);
        return (mapping == null ? request : request.multiPart("mapping", mapping))
                .post("/api/lists/" + list + "/imports");
    }

    private JsonPath await(Response begun) {
        long id = begun.then().statusCode(202).extract().jsonPath().getLong("id");
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> people.as("manager").get("/api/imports/" + id).jsonPath(),
                        json -> !json.getString("state").equals("running"));
    }

    /** Transactions that still hold a staging table. */
    private long openImports() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from pg_class where relname = 'staged'");
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
