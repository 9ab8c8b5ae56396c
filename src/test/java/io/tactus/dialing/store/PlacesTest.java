package io.tactus.dialing.store;

import static io.tactus.dialing.store.StoreWorld.TUESDAY;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tactus.dialing.store.ReservationStore.Returned;
import io.tactus.filter.Field;
import io.tactus.filter.FieldType;
import io.tactus.filter.Filter.Condition;
import io.tactus.filter.FilterWriter;
import io.tactus.filter.Operator;
import io.tactus.filter.Order;
import io.tactus.filter.Order.Key;
import io.tactus.filter.OrderReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders and mixes on a real PostgreSQL: who is reserved before whom. */
class PlacesTest {
    private static final Field CITY = new Field.Custom("city", FieldType.TEXT);
    private static final Field SCORE = new Field.Custom("score", FieldType.NUMBER);
    private static final Field SINCE = new Field.Custom("since", FieldType.DATE);
    private static final Field OWNER = new Field.Custom("owner", FieldType.BOOLEAN);

    private static PostgresWorld world;
    private long campaign;

    @BeforeAll
    static void start() throws IOException {
        world = new PostgresWorld();
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
    }

    @BeforeEach
    void aCampaign() {
        campaign = world.campaign();
    }

    /** A lead named by one letter. */
    private long lead(String name, String custom) {
        long id = world.lead(campaign, "+1202555" + (1000 + world.count("select count(*) from lead")), "UTC");
        world.run("update lead set first_name = '" + name + "', custom = '" + custom + "' where id = " + id);
        return id;
    }

    private void order(Key... keys) {
        world.run("update campaign set order_version = order_version + 1, lead_order = '"
                + OrderReader.write(new Order(List.of(keys))).toString().replace("'", "''") + "' where id = "
                + campaign);
    }

    private static Key up(Field field) {
        return new Key(field, false);
    }

    private static Key down(Field field) {
        return new Key(field, true);
    }

    private String reserve(int count) throws SQLException {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (ReservationStore.Reserved lead : world.store().reserve(campaign, 1, world.lease(), TUESDAY)) {
                names.append(world.text("select first_name from lead where id = " + lead.leadId()));
            }
        }
        return names.toString();
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of("score", SCORE, List.of("-1e30", "-7.5", "-7.25", "0", "0.001", "3", "3.5", "1e12")),
                Arguments.of("city", CITY, List.of("\"aachen\"", "\"Bern\"", "\"berne\"", "\"Zürich\"")),
                Arguments.of("city", CITY, List.of("\"Ulm\"", "\"Ümm\"", "\"Uz\"", "\"القاهرة\"")),
                Arguments.of("since", SINCE, List.of("\"1999-12-31\"", "\"2024-03-01\"", "\"2025-01-01\"")),
                Arguments.of("owner", OWNER, List.of("false", "true")));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void leadsComeInTheirOrderAndThoseWithoutAValueLast(String name, Field field, List<String> values)
            throws SQLException {
        String ascending = "";
        List<Runnable> loads = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String letter = String.valueOf((char) ('a' + i));
            String custom = "{\"" + name + "\":" + values.get(i) + "}";
            ascending += letter;
            loads.add(i % 2 * loads.size(), () -> lead(letter, custom));
        }
        lead("?", "{}");
        lead("!", "{\"" + name + "\":[]}");
        loads.forEach(Runnable::run);
        order(up(field));
        assertThat(reserve(values.size() + 2)).isEqualTo(ascending + "?!");
        world.run("update lead set state = 'AVAILABLE', reservation = null where campaign_id = " + campaign);
        order(down(field));
        assertThat(reserve(values.size() + 2)).isEqualTo(new StringBuilder(ascending).reverse() + "?!");
    }

    @Test
    void thoseAlikeComeByTheNextFieldAndPriorityBeforeAll() throws SQLException {
        lead("a", "{\"score\":1,\"city\":\"Ulm\"}");
        lead("b", "{\"score\":2,\"city\":\"Ulm\"}");
        lead("c", "{\"score\":2,\"city\":\"Bern\"}");
        long urgent = lead("d", "{\"score\":0}");
        world.run("update lead set priority = 5 where id = " + urgent);
        order(down(SCORE), up(CITY));
        assertThat(reserve(4)).isEqualTo("dcba");
    }

    @Test
    void aLeadThatChangesOrComesBackIsSortedAnew() throws SQLException {
        long first = lead("a", "{\"score\":1}");
        long second = lead("b", "{\"score\":2}");
        lead("c", "{\"score\":3}");
        order(up(SCORE));
        List<ReservationStore.Reserved> reserved = world.store().reserve(campaign, 1, world.lease(), TUESDAY);
        assertThat(reserved).extracting(ReservationStore.Reserved::leadId).containsExactly(first);
        world.store()
                .giveBack(List.of(
                        new Returned(reserved.getFirst().callId(), first, TUESDAY.plus(Duration.ofMinutes(30)))));
        world.run("update lead set custom = '{\"score\":9}' where id = " + second);
        assertThat(reserve(3)).isEqualTo("cb");
        assertThat(world.store().anyLeft(campaign)).isTrue();
        world.run("update lead set due_at = '-infinity' where id = " + first);
        assertThat(reserve(3)).isEqualTo("a");
    }

    @Test
    void anotherOrderOrNoneCountsFromTheNextReservationOn() throws SQLException {
        lead("a", "{\"score\":1,\"city\":\"Ulm\"}");
        lead("b", "{\"score\":2,\"city\":\"Bern\"}");
        lead("c", "{\"score\":3,\"city\":\"Aachen\"}");
        lead("d", "{\"score\":4,\"city\":\"Aalen\"}");
        order(down(SCORE));
        assertThat(reserve(1)).isEqualTo("d");
        order(up(CITY));
        assertThat(reserve(1)).isEqualTo("c");
        world.run("update campaign set order_version = order_version + 1, lead_order = null where id = " + campaign);
        assertThat(world.store().anyLeft(campaign)).isTrue();
        assertThat(reserve(2)).isEqualTo("ab");
        assertThat(world.store().anyLeft(campaign)).isTrue();
        world.run("update lead set state = 'DONE' where campaign_id = " + campaign);
        assertThat(world.store().anyLeft(campaign)).isFalse();
    }

    @Test
    void whoHasAPlacePassesTheFilter() throws SQLException {
        lead("a", "{\"score\":1}");
        lead("b", "{\"score\":2}");
        lead("c", "{\"score\":3}");
        order(down(SCORE));
        assertThat(reserve(1)).isEqualTo("c");
        world.run("update campaign set filter_version = 1, order_version = order_version + 1, filter = '"
                + FilterWriter.write(new Condition(SCORE, Operator.LESS, List.of(BigDecimal.TWO))) + "' where id = "
                + campaign);
        assertThat(reserve(3)).isEqualTo("a");
        assertThat(world.store().anyLeft(campaign)).isTrue();
    }

    @Test
    void listsTakeTurnsByTheirSharesAndTheMostUrgentComeBefore() throws SQLException {
        world.run("insert into lead_list (campaign_id, name, share) values (" + campaign + ", 'M', 3)");
        world.run("insert into lead (campaign_id, list_id, priority, first_name) select " + campaign
                + ", i.id, case when i.name = 'L' and n = 50 then 9 else 0 end, lower(i.name)"
                + " from lead_list i, generate_series(1, 50) n where i.campaign_id = " + campaign);
        world.run("update campaign set order_version = 1, mixes_lists = true where id = " + campaign);
        String first = reserve(21);
        assertThat(first).startsWith("l");
        assertThat(counts(first)).isEqualTo(Map.of("l", 5, "m", 16));
        assertThat(world.store().reserve(campaign, 39, world.lease(), TUESDAY)).hasSize(39);
        assertThat(world.count("select count(*) from lead l join lead_list i on i.id = l.list_id where i.name = 'M'"
                        + " and l.state = 'RESERVED' and l.campaign_id = " + campaign))
                .isEqualTo(45);
        assertThat(counts(reserve(50))).isEqualTo(Map.of("l", 35, "m", 5));
    }

    @Test
    void whoHoldsAListHoldsUpNoReservation() throws SQLException {
        lead("a", "{}");
        world.run("update campaign set order_version = 1, mixes_lists = true where id = " + campaign);
        try (Connection other = world.dataSource.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("update lead_list set name = name where campaign_id = " + campaign);
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> reserve(1)))
                    .isEqualTo("a");
            other.rollback();
        }
    }

    private static Map<String, Integer> counts(String names) {
        return names.chars().mapToObj(Character::toString).collect(groupingBy(name -> name, summingInt(name -> 1)));
    }

    @Test
    void allLeadsAreSettledInBatchesAndThenThereIsNothingToDo() throws SQLException {
        world.run("insert into lead (campaign_id, list_id, custom) select " + campaign
                + ", l.id, jsonb_build_object('score', (n * 7919) % 10007) from lead_list l, generate_series(1, 3000) n"
                + " where l.campaign_id = " + campaign);
        order(down(SCORE));
        PlaceStore places = new PlaceStore(world.dataSource);
        assertThat(places.campaigns()).contains(campaign);
        assertThat(places.waiting(campaign, TUESDAY)).isEqualTo(3000);
        while (places.settle(campaign, 1000, TUESDAY) > 0) {
            assertThat(places.waiting(campaign, TUESDAY)).isLessThan(3000);
        }
        assertThat(places.waiting(campaign, TUESDAY)).isZero();
        order(up(SCORE));
        assertThat(places.waiting(campaign, TUESDAY)).isEqualTo(3000);
        while (places.settle(campaign, 1000, TUESDAY) > 0) {
            assertThat(places.waiting(campaign, TUESDAY)).isLessThan(3000);
        }
        List<Long> reserved = world.store().reserve(campaign, 20, world.lease(), TUESDAY).stream()
                .map(ReservationStore.Reserved::leadId)
                .toList();
        List<Long> lowest = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lowest.add(world.count("select id from lead where campaign_id = " + campaign
                    + " order by (custom ->> 'score')::int, id offset " + i + " limit 1"));
        }
        assertThat(reserved).containsExactlyInAnyOrderElementsOf(lowest);
    }

    @Test
    void leadsInTheirPlacesAreFoundByTheirIndex() {
        world.run("insert into lead (campaign_id, list_id, placed_by, place) select " + campaign
                + ", l.id, 1, n::bit(32) from lead_list l, generate_series(1, 100000) n where l.campaign_id = "
                + campaign);
        world.run("analyze lead");
        assertThat(
                        world.text(
                                "explain (format json) select id from lead where campaign_id = " + campaign
                                        + " and placed_by = 1 and placed_by <> 0 and lane = 0 and priority >= 0 and state = 'AVAILABLE'"
                                        + " and due_at <= now() order by priority desc, place, due_at, id limit 100 for update skip locked"))
                .contains("lead_placed")
                .doesNotContain("Seq Scan")
                .doesNotContain("\"Sort\"");
    }

    @Test
    void aLeadTellsHowManyComeBeforeItInTheOrder() throws SQLException {
        world.run("update campaign set state = 'running' where id = " + campaign);
        lead("a", "{\"score\":1}");
        long second = lead("b", "{\"score\":2}");
        long third = lead("c", "{\"score\":3}");
        order(down(SCORE));
        new PlaceStore(world.dataSource).settle(campaign, 10, TUESDAY);
        ExplainStore explain = new ExplainStore(world.dataSource);
        assertThat(explain.find(third, TUESDAY).orElseThrow().ahead()).isZero();
        assertThat(explain.find(second, TUESDAY).orElseThrow().ahead()).isEqualTo(1);
        long late = lead("d", "{\"score\":9}");
        assertThat(explain.find(late, TUESDAY).orElseThrow().ahead()).isEqualTo(3);
    }
}
