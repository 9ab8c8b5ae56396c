package io.tactus.telephony.asterisk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.tactus.testing.EngineTest;
import io.tactus.testing.SimulatedNetworkProfile;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What {@code /q/metrics} says of the link to a node. */
@EngineTest
@TestProfile(SimulatedNetworkProfile.class)
class TelephonyMetersTest {
    private static Optional<Double> read(String meter) {
        String text = given().get("/q/metrics").then().statusCode(200).extract().asString();
        return Arrays.stream(text.split("\n"))
                .filter(line -> line.startsWith(meter + " "))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst();
    }

    @Test
    void theFiguresOfTheAdapterAreExported() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(read("tactus_telephony_node_up{node=\"sim\"}"))
                        .contains(1.0));
        assertThat(read("tactus_telephony_connects_total").orElseThrow()).isGreaterThanOrEqualTo(1);
        assertThat(read("tactus_telephony_actions_total").orElseThrow()).isPositive();
        for (String meter : new String[] {
            "tactus_telephony_events_total{concerns=\"engine\"}",
            "tactus_telephony_events_total{concerns=\"others\"}",
            "tactus_telephony_action_timeouts_total",
            "tactus_telephony_link_losses_total",
            "tactus_telephony_event_overflows_total",
            "tactus_telephony_refused_inputs_total",
            "tactus_telephony_answer_to_bridge_seconds_count"
        }) {
            assertThat(read(meter)).as(meter).isPresent();
        }
    }
}
