package io.tactus.dialing.store;

import static io.tactus.dialing.store.StoreWorld.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.dialing.store.ExplainStore.Explained;
import io.tactus.dialing.store.ExplainStore.Rule;
import io.tactus.dialing.store.ReservationStore.Reserved;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of a lead is what reservation and gate do with it. */
class ExplainStoreTest {
    private static final String NEW_YORK = "America/New_York";
    private static final Instant NIGHT = TUESDAY.plus(Duration.ofHours(8));

    private static PostgresWorld world;
    private static ExplainStore store;
    private static int numbers;

    @BeforeAll
    static void start() {
        world = new PostgresWorld();
        store = new ExplainStore(world.dataSource);
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
    }

    private static String number() {
        return "+1202555%04d".formatted(++numbers);
    }

    private static long running() {
        long campaign = world.campaign();
        world.run("update campaign set state = 'running' where id = " + campaign);
        return campaign;
    }

    private static Explained explain(long lead, Instant now) throws SQLException {
        return store.find(lead, now).orElseThrow();
    }

    private static Rule rule(long lead) throws SQLException {
        return explain(lead, TUESDAY).rule();
    }

    @Test
    void aLeadWaitsForItsTurnBehindThoseThatAreTakenBefore() throws SQLException {
        long campaign = running();
        long first = world.lead(campaign, number(), NEW_YORK);
        long second = world.lead(campaign, number(), NEW_YORK);
        long hot = world.lead(campaign, number(), NEW_YORK);
        world.run("update lead set priority = 5 where id = " + hot);
        assertThat(List.of(
                        explain(hot, TUESDAY).ahead(),
                        explain(first, TUESDAY).ahead(),
                        explain(second, TUESDAY).ahead()))
                .containsExactly(0L, 1L, 2L);
        assertThat(world.reserveOne(campaign).leadId()).isEqualTo(hot);
        assertThat(rule(hot)).isEqualTo(Rule.RESERVED);
        assertThat(explain(second, TUESDAY).ahead()).isEqualTo(1);
    }

    @Test
    void eachRuleIsNamed() throws SQLException {
        long campaign = running();
        String listed = number();
        world.doNotCall(listed, campaign);
        long dnc = world.lead(campaign, listed, NEW_YORK);
        long phoneless = world.lead(campaign, number(), NEW_YORK);
        world.run("update lead set phone_index = 3 where id = " + phoneless);
        long later = world.lead(campaign, number(), NEW_YORK);
        world.run("update lead set due_at = '2026-11-25T09:00Z' where id = " + later);
        long over = world.lead(campaign, number(), NEW_YORK);
        world.run("update lead set state = 'DONE', last_outcome = 'ANSWERED' where id = " + over);
        long free = world.lead(campaign, number(), NEW_YORK);
        assertThat(List.of(rule(dnc), rule(phoneless), rule(later), rule(over), rule(free)))
                .containsExactly(Rule.DNC, Rule.NO_PHONE, Rule.RETRY, Rule.DONE, Rule.TURN);
        assertThat(explain(later, TUESDAY).dueAt()).isEqualTo(Instant.parse("2026-11-25T09:00:00Z"));
        assertThat(explain(over, TUESDAY).lastOutcome()).isEqualTo("ANSWERED");
        assertThat(explain(free, NIGHT).rule()).isEqualTo(Rule.CALL_WINDOW);
        long list = world.count("select id from lead_list where campaign_id = " + campaign);
        assertThat(store.count(list, TUESDAY))
                .isEqualTo(Map.of(Rule.DNC, 1L, Rule.NO_PHONE, 1L, Rule.RETRY, 1L, Rule.DONE, 1L, Rule.TURN, 1L));
        world.run("update campaign set state = 'paused' where id = " + campaign);
        assertThat(rule(free)).isEqualTo(Rule.CAMPAIGN);
        assertThat(store.find(999_999_999, TUESDAY)).isEmpty();
    }

    /** Leads in random states: the explanation of one that is reserved says what the gate then does. */
    @Test
    void theGateDoesWhatTheExplanationSays() throws SQLException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            long campaign = world.campaign(1 + random.nextInt(2), 2);
            world.run("update campaign set state = 'running' where id = " + campaign);
            String number = number();
            long lead = world.lead(campaign, number, NEW_YORK, random.nextBoolean() ? "America/Los_Angeles" : NEW_YORK);
            if (random.nextInt(4) == 0) {
                world.doNotCall(number, random.nextBoolean() ? campaign : 0);
            }
            for (int attempts = random.nextInt(3); attempts > 0; attempts--) {
                Instant before = TUESDAY.minus(Duration.ofHours(random.nextInt(40)));
                world.run(
                        "insert into attempt (id, started_at, campaign_id, lead_id, phone_position, number, node, trunk, epoch)"
                                + " values (nextval('attempt_id'), '" + before + "', " + campaign + ", " + lead
                                + ", 0, '" + number
                                + "', 'n', 't', 1)");
            }
            Instant now = random.nextInt(3) == 0 ? NIGHT : TUESDAY;
            Rule said = explain(lead, now).rule();
            Reserved reserved = world.reserveOne(campaign);
            String done = world.gate(reserved, now);
            assertThat(List.of(done.equals("PASS") ? "TURN" : done, "seed " + seed + ", round " + round))
                    .isIn(List.of(
                            List.of(said.name(), "seed " + seed + ", round " + round),
                            // Both hold: the gate names the window first, since a lead that is outside of it comes
                            // back.
                            List.of(
                                    said == Rule.ATTEMPTS_LIFETIME ? "CALL_WINDOW" : said.name(),
                                    "seed " + seed + ", round " + round)));
        }
    }
}
