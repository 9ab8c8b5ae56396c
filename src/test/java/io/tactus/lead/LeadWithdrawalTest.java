package io.tactus.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import io.tactus.dialing.DialingService;
import io.tactus.floor.model.ReservedLead;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import io.tactus.testing.SimulatedNetworkProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Leads that wait in the floor's hopper while somebody changes them. */
@EngineTest
@TestProfile(SimulatedNetworkProfile.class)
class LeadWithdrawalTest {
    @Inject
    People people;

    @Inject
    Given given;

    @Inject
    DialingService dialing;

    private List<Long> hopper(long campaign) {
        try {
            return dialing.floor()
                    .look(floor -> floor.campaigns().stream()
                            .filter(c -> c.id == campaign)
                            .flatMap(c -> c.hopper.stream())
                            .map(ReservedLead::callId)
                            .toList())
                    .get(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Starts a campaign that nobody serves: its lead goes into the hopper and no further. Answers the reservation's id. */
    private long inTheHopper(long campaign) {
        people.as("manager")
                .post("/api/campaigns/" + campaign + "/start")
                .then()
                .statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !hopper(campaign).isEmpty());
        return hopper(campaign).getFirst();
    }

    private String stateOf(long lead) {
        return people.as("manager").get("/api/leads/" + lead).path("lead.state");
    }

    @Test
    void aChangedNumberIsDialledAndTheOldOneIsNot() {
        long[] ids = given.aCampaignWith(SimulatedNetworkProfile.NOBODY);
        long before = inTheHopper(ids[0]);
        people.as("manager")
                .body(Map.of(
                        "firstName",
                        "",
                        "lastName",
                        "",
                        "externalId",
                        "",
                        "notes",
                        "",
                        "phones",
                        List.of(Map.of("number", SimulatedNetworkProfile.BUSY))))
                .put("/api/leads/" + ids[1])
                .then()
                .statusCode(200)
                .body("state", equalTo("AVAILABLE"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> hopper(ids[0]).size() == 1 && hopper(ids[0]).getFirst() != before);
        given.ready("phone-03", ids[0]);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> "BUSY"
                        .equals(people.as("manager").get("/api/leads/" + ids[1]).path("attempts[0].outcome")));
        List<String> dialled = people.as("manager").get("/api/leads/" + ids[1]).path("attempts.number");
        assertThat(dialled).containsExactly(SimulatedNetworkProfile.BUSY);
        people.asAgent("phone-03").post("/api/agent/logout");
    }

    @Test
    void aDeletedLeadLeavesTheHopper() {
        long[] ids = given.aCampaignWith(SimulatedNetworkProfile.NOBODY);
        inTheHopper(ids[0]);
        people.as("manager").delete("/api/leads/" + ids[1]).then().statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> hopper(ids[0]).isEmpty());
        people.as("manager").get("/api/leads/" + ids[1]).then().statusCode(404);
    }

    @Test
    void aRefusedChangeLeavesTheLeadInTheHopper() {
        long[] ids = given.aCampaignWith(SimulatedNetworkProfile.NOBODY);
        long before = inTheHopper(ids[0]);
        people.as("manager")
                .body(Given.lead(999_999, "", "12"))
                .put("/api/leads/" + ids[1])
                .then()
                .statusCode(400);
        assertThat(stateOf(ids[1])).isEqualTo("RESERVED");
        assertThat(hopper(ids[0])).containsExactly(before);
    }

    @Test
    void aNumberThatIsNotToBeCalledLeavesTheHopperOfItsCampaignAtOnce() {
        String number = "+12025550190";
        long[] listed = given.aCampaignWith(number);
        long[] other = given.aCampaignWith(number);
        inTheHopper(listed[0]);
        inTheHopper(other[0]);
        people.as("compliance")
                .body(Map.of("number", number, "campaignId", listed[0], "reason", "a test"))
                .post("/api/dnc")
                .then()
                .statusCode(201);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> hopper(listed[0]).isEmpty());
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> stateOf(listed[1]).equals("AVAILABLE"));
        assertThat(hopper(other[0])).hasSize(1);
    }
}
