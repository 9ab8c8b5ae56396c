package io.tactus.dialing.store;

import static io.tactus.dialing.store.StoreWorld.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tactus.dialing.store.ExplainStore.Rule;
import io.tactus.filter.Field;
import io.tactus.filter.FieldType;
import io.tactus.filter.Filter;
import io.tactus.filter.Filter.All;
import io.tactus.filter.Filter.Any;
import io.tactus.filter.Filter.Condition;
import io.tactus.filter.Filter.Not;
import io.tactus.filter.FilterWriter;
import io.tactus.filter.Operator;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Filters on a real PostgreSQL: what passes, and what the hopper makes of it. */
class FilterStoreTest {
    private static final String NEW_YORK = "America/New_York";
    private static final Field CITY = new Field.Custom("city", FieldType.TEXT);
    private static final Field ROOF = new Field.Custom("roof m2", FieldType.NUMBER);
    private static final Field SINCE = new Field.Custom("since", FieldType.DATE);
    private static final Field OWNER = new Field.Custom("owner", FieldType.BOOLEAN);

    private static PostgresWorld world;
    private long campaign;
    private long ada;
    private long ben;
    private long cleo;

    @BeforeAll
    static void start() throws IOException {
        world = new PostgresWorld();
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
    }

    @BeforeEach
    void people() {
        campaign = world.campaign();
        ada = world.lead(campaign, "+12025550101", NEW_YORK);
        ben = world.lead(campaign, "+12025550102", NEW_YORK);
        cleo = world.lead(campaign, "+12025550103", "America/Los_Angeles");
        world.run("update lead set first_name = 'Ada', last_name = 'Ash', attempts = 0, custom ="
                + " '{\"city\":\"Berlin\",\"roof m2\":83.5,\"since\":\"2024-03-01\",\"owner\":true}' where id = "
                + ada);
        world.run(
                "update lead set first_name = 'Ben', last_name = 'Beech', attempts = 2, last_outcome = 'BUSY', custom ="
                        + " '{\"city\":\"Bern\",\"roof m2\":20,\"since\":\"2025-12-31\",\"owner\":false}' where id = "
                        + ben);
        world.run("update lead set first_name = 'Cleo', last_name = '', attempts = 5, last_outcome = 'NO_ANSWER',"
                + " custom = '{\"roof m2\":\"wide\"}' where id = " + cleo);
        world.run("update lead_phone set kind = 'mobile' where lead_id = " + ada);
    }

    private static Filter is(Field field, Operator operator, Object... values) {
        return new Condition(field, operator, List.of(values));
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                Arguments.of("ABC", new All(List.of())),
                Arguments.of("", new Any(List.of())),
                Arguments.of("A", is(Field.Own.FIRST_NAME, Operator.IS, "aDA")),
                Arguments.of("BC", is(Field.Own.FIRST_NAME, Operator.IS_NOT, "Ada")),
                Arguments.of("AC", is(Field.Own.FIRST_NAME, Operator.ONE_OF, "ada", "CLEO")),
                Arguments.of("AB", is(Field.Own.LAST_NAME, Operator.NOT_EMPTY)),
                Arguments.of("C", is(Field.Own.LAST_NAME, Operator.EMPTY)),
                Arguments.of("B", is(Field.Own.LAST_NAME, Operator.STARTS_WITH, "BEE")),
                Arguments.of("AB", is(CITY, Operator.CONTAINS, "ER")),
                Arguments.of("C", is(CITY, Operator.EMPTY)),
                Arguments.of("BC", is(CITY, Operator.IS_NOT, "berlin")),
                Arguments.of("", is(CITY, Operator.CONTAINS, "%")),
                Arguments.of("A", is(Field.Own.ATTEMPTS, Operator.EQUALS, n("0"))),
                Arguments.of("BC", is(Field.Own.ATTEMPTS, Operator.NOT_EQUALS, n("0"))),
                Arguments.of("AB", is(Field.Own.ATTEMPTS, Operator.LESS, n("2.5"))),
                Arguments.of("AB", is(Field.Own.ATTEMPTS, Operator.AT_MOST, n("2"))),
                Arguments.of("C", is(Field.Own.ATTEMPTS, Operator.MORE, n("2"))),
                Arguments.of("BC", is(Field.Own.ATTEMPTS, Operator.AT_LEAST, n("2"))),
                Arguments.of("AB", is(ROOF, Operator.BETWEEN, n("20"), n("83.5"))),
                Arguments.of("C", is(ROOF, Operator.EMPTY)),
                Arguments.of("BC", is(ROOF, Operator.NOT_EQUALS, n("83.5"))),
                Arguments.of("A", is(SINCE, Operator.BEFORE, LocalDate.parse("2025-01-01"))),
                Arguments.of("B", is(SINCE, Operator.AFTER, LocalDate.parse("2025-01-01"))),
                Arguments.of("B", is(SINCE, Operator.IS, LocalDate.parse("2025-12-31"))),
                Arguments.of("B", is(OWNER, Operator.IS, false)),
                Arguments.of("C", is(OWNER, Operator.EMPTY)),
                Arguments.of("A", is(Field.Own.LAST_OUTCOME, Operator.IS, "NEVER")),
                Arguments.of("AB", is(Field.Own.LAST_OUTCOME, Operator.ONE_OF, "NEVER", "BUSY")),
                Arguments.of("AC", is(Field.Own.LAST_OUTCOME, Operator.IS_NOT, "BUSY")),
                Arguments.of("AB", is(Field.Own.ZONE, Operator.IS, NEW_YORK)),
                Arguments.of("C", is(Field.Own.ZONE, Operator.IS_NOT, NEW_YORK)),
                Arguments.of("A", is(Field.Own.PHONE_KIND, Operator.ONE_OF, "mobile", "voip")),
                Arguments.of("BC", new Not(is(Field.Own.FIRST_NAME, Operator.IS, "Ada"))),
                Arguments.of(
                        "B",
                        new All(List.of(
                                is(CITY, Operator.STARTS_WITH, "b"),
                                new Any(List.of(is(OWNER, Operator.IS, false), is(ROOF, Operator.EMPTY)))))));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whoPassesIsReservedAndNobodyElse(String who, Filter filter) throws SQLException {
        filter(filter);
        List<Long> wanted = new ArrayList<>();
        who.chars().forEach(c -> wanted.add(c == 'A' ? ada : c == 'B' ? ben : cleo));
        assertThat(new FilterStore(world.dataSource).count(campaign, filter, TUESDAY))
                .isEqualTo(new FilterStore.Count(wanted.size(), wanted.size(), 3));
        assertThat(reserve()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(world.store().anyLeft(campaign)).isEqualTo(!wanted.isEmpty());
        for (long lead : List.of(ada, ben, cleo)) {
            Rule rule = new ExplainStore(world.dataSource)
                    .find(lead, TUESDAY)
                    .orElseThrow()
                    .rule();
            assertThat(rule == Rule.FILTER).isEqualTo(!wanted.contains(lead));
        }
    }

    private void filter(Filter filter) {
        world.run("update campaign set filter_version = filter_version + 1, filter = '"
                + FilterWriter.write(filter).toString().replace("'", "''") + "' where id = " + campaign);
    }

    private List<Long> reserve() throws SQLException {
        return world.store().reserve(campaign, 10, world.lease(), TUESDAY).stream()
                .map(ReservationStore.Reserved::leadId)
                .toList();
    }

    @Test
    void anotherFilterOrNoneLetsThoseInWhoWereLeftOut() throws SQLException {
        filter(is(Field.Own.FIRST_NAME, Operator.IS, "Ada"));
        assertThat(reserve()).containsExactly(ada);
        filter(is(Field.Own.FIRST_NAME, Operator.IS, "Ben"));
        assertThat(world.store().anyLeft(campaign)).isTrue();
        assertThat(reserve()).containsExactly(ben);
        world.run("update campaign set filter_version = filter_version + 1, filter = null where id = " + campaign);
        assertThat(reserve()).containsExactly(cleo);
    }

    @Test
    void aLeadThatChangesIsAskedAgain() throws SQLException {
        filter(is(CITY, Operator.IS, "Rome"));
        assertThat(reserve()).isEmpty();
        world.run("update lead set custom = '{\"city\":\"Rome\"}' where id = " + ben);
        assertThat(reserve()).containsExactly(ben);
        filter(is(Field.Own.ZONE, Operator.IS, "Europe/Rome"));
        assertThat(reserve()).isEmpty();
        world.run("update lead_phone set zones = '{Europe/Rome}' where lead_id = " + cleo);
        assertThat(reserve()).containsExactly(cleo);
        world.run("delete from lead_phone where lead_id = " + ada);
        assertThat(reserve()).isEmpty();
        world.phone(ada, 0, "+12025550109", "Europe/Rome");
        assertThat(reserve()).containsExactly(ada);
    }

    @Test
    void aPromisedCallIsMadeWhateverTheFilterSays() throws SQLException {
        filter(is(CITY, Operator.IS, "Rome"));
        assertThat(reserve()).isEmpty();
        world.run(
                "insert into callback (campaign_id, lead_id, call_id, agent_id, due_at, zone, made_by, state) values ("
                        + campaign + ", " + ben + ", " + ben + ", null, now(), 'UTC', 1, 'OPEN')");
        assertThat(reserve()).containsExactly(ben);
    }

    @Test
    void theHopperIsNotStarvedByAFilterThatFewPass() throws SQLException {
        world.run("insert into lead (campaign_id, list_id, attempts) select " + campaign
                + ", l.id, case when n = 9000 then 7 else 8 end from lead_list l, generate_series(1, 10000) n"
                + " where l.campaign_id = " + campaign);
        filter(is(Field.Own.ATTEMPTS, Operator.EQUALS, n("7")));
        assertThat(reserve()).hasSize(1);
        assertThat(world.count("select count(*) from lead where campaign_id = " + campaign + " and left_out <> 0"))
                .isEqualTo(10_002);
    }

    @Test
    void aCountThatTakesTooLongSaysSo() throws SQLException {
        Filter filter = is(CITY, Operator.IS, "Bern");
        try (Connection other = world.dataSource.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table lead in access exclusive mode");
            assertThatThrownBy(() -> new FilterStore(world.dataSource, 1).count(campaign, filter, TUESDAY))
                    .isInstanceOf(SQLTimeoutException.class);
            assertThatThrownBy(() -> new ExplainStore(world.dataSource, 1)
                            .count(
                                    world.count("select min(id) from lead_list where campaign_id = " + campaign),
                                    TUESDAY))
                    .isInstanceOf(SQLTimeoutException.class);
            other.rollback();
        }
    }

    @Test
    void oldStatisticsMakeNoStepReadTheTable() throws SQLException {
        world.run("insert into lead (campaign_id, list_id, left_out) select " + campaign
                + ", l.id, n % 2 from lead_list l, generate_series(1, 200000) n where l.campaign_id = " + campaign);
        world.run("analyze lead");
        String again = ReservationStore.ASK_AGAIN
                .replaceFirst("[?]", String.valueOf(campaign))
                .replaceFirst("[?]", "2")
                .replaceFirst("[?]", String.valueOf(ReservationStore.ASKED_AGAIN_AT_ONCE));
        assertThat(world.text("explain (format json) " + again))
                .contains("lead_left_out")
                .doesNotContain("Seq Scan");
        assertThat(world.text(
                        "explain (format json) " + ReservationStore.ANY_LEFT.replace("?", String.valueOf(campaign))))
                .contains("lead_left_out");
    }

    @Test
    void whatIsReservedAndDoesNotPassIsWithdrawn() throws SQLException {
        assertThat(reserve()).hasSize(3);
        assertThat(new FilterStore(world.dataSource).withdraw(campaign, is(CITY, Operator.IS, "Bern")))
                .hasSize(2);
        assertThat(world.count("select count(*) from lead where state = 'RESERVED' and campaign_id = " + campaign))
                .isEqualTo(1);
    }
}
