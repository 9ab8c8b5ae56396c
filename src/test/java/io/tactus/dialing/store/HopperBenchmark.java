package io.tactus.dialing.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.tactus.filter.Field;
import io.tactus.filter.FieldType;
import io.tactus.filter.Filter.Condition;
import io.tactus.filter.FilterWriter;
import io.tactus.filter.Operator;
import io.tactus.filter.Order;
import io.tactus.filter.OrderReader;
import io.tactus.platform.EmbeddedDatabase;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * How long the next 100 leads of a campaign take: {@code ./tactus bench hopper [LEADS]}. Not run with the tests. A campaign of a tenth of the leads
 * and one of the rest, in four lists each; plain, filtered, in an order, mixed, and by four engines at once.
 */
class HopperBenchmark {
    private static final int LEADS = Integer.getInteger("tactus.bench.leads", 1_000_000);
    private static final int LISTS = 4;
    private static final int TRIES = 200;
    private static final int WANTED = 100;
    private static final int ENGINES = 4;
    private static final Field SCORE = new Field.Custom("score", FieldType.NUMBER);

    private AgroalDataSource dataSource;
    private final List<Lease> leases = new ArrayList<>();
    private final Set<Long> reserved = ConcurrentHashMap.newKeySet();

    @Test
    void reserve() throws Exception {
        Path home = Files.createTempDirectory("tactus-hopper");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            dataSource = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(ENGINES + 1)
                            .connectionFactoryConfiguration(connection -> connection
                                    .jdbcUrl(database.jdbcUrl())
                                    .principal(new NamePrincipal("postgres"))
                                    .credential(new SimplePassword(database.password())))));
            try (AgroalDataSource opened = dataSource) {
                Flyway.configure().dataSource(opened).load().migrate();
                PostgresStore store = new PostgresStore(dataSource);
                for (int i = 0; i < ENGINES; i++) {
                    leases.add(store.tryTake("floor" + i, "bench").orElseThrow());
                }
                long small = fill(LEADS / 10);
                long large = fill(LEADS);
                run("vacuum analyze lead");
                run("vacuum analyze lead_phone");
                System.out.printf(
                        "%-44s %10s %8s %8s %8s%n",
                        WANTED + " leads, milliseconds", "of leads", "median", "99 %", "worst");
                measure(small, LEADS / 10);
                measure(large, LEADS);
            }
        }
    }

    private long fill(int leads) throws SQLException {
        long start = System.nanoTime();
        long campaign =
                number("insert into campaign (name, mode) values ('C" + leads + "', 'progressive') returning id");
        for (int i = 0; i < LISTS; i++) {
            long list = number("insert into lead_list (campaign_id, name, share) values (" + campaign + ", 'L" + i
                    + "', " + (1 + i) + ") returning id");
            run("insert into lead (campaign_id, list_id, last_name, custom) select " + campaign + ", " + list
                    + ", 'Name ' || n % 5003, jsonb_build_object('score', (n::bigint * 7919) % 1000003, 'city', 'City ' || n % 1000)"
                    + " from generate_series(1, " + leads / LISTS + ") n");
            run("insert into lead_phone (lead_id, position, number, kind, zones) select id, 0,"
                    + " '+1212' || (2000000 + id % 7920000), 'mobile', '{America/New_York}' from lead where list_id = "
                    + list);
        }
        System.out.printf("%,d leads, filled in %d s%n", leads, (System.nanoTime() - start) / 1_000_000_000);
        return campaign;
    }

    private void measure(long campaign, int leads) throws Exception {
        tell("as they come", leads, tries(campaign, 1));
        change(
                campaign,
                "filter_version = filter_version + 1, filter = '"
                        + FilterWriter.write(new Condition(SCORE, Operator.LESS, List.of(new BigDecimal(500_000))))
                        + "'");
        tell("of which half passes a filter", leads, tries(campaign, 1));
        change(campaign, "filter_version = filter_version + 1, filter = null");
        order(campaign, Order.NONE, false);
        settle(campaign);
        Order byScore = new Order(List.of(new Order.Key(SCORE, true)));
        order(campaign, byScore, false);
        double[] unsettled = tries(campaign, 1);
        tell("by score, while they are sorted by reserving", leads, unsettled);
        settle(campaign);
        tell("by score", leads, tries(campaign, 1));
        order(
                campaign,
                new Order(List.of(new Order.Key(SCORE, true), new Order.Key(Field.Own.LAST_NAME, false))),
                true);
        settle(campaign);
        tell("by score and name, four lists mixed 1:2:3:4", leads, tries(campaign, 1));
        tell("the same, four engines at once", leads, tries(campaign, ENGINES));
        order(campaign, Order.NONE, false);
        settle(campaign);
        tell("as they come, four engines at once", leads, tries(campaign, ENGINES));
    }

    private void order(long campaign, Order order, boolean mixes) throws SQLException {
        String json = order.keys().isEmpty() ? "null" : "'" + OrderReader.write(order) + "'";
        change(campaign, "order_version = order_version + 1, lead_order = " + json + ", mixes_lists = " + mixes);
    }

    private void settle(long campaign) throws SQLException {
        PlaceStore places = new PlaceStore(dataSource);
        long start = System.nanoTime();
        long settled = 0;
        for (int now = places.settle(campaign, 5_000, Instant.now()); now > 0; ) {
            settled += now;
            now = places.settle(campaign, 5_000, Instant.now());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (settled == 0) {
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "  %,d leads put in their places in %.1f s, %,.0f/s%n",
                settled,
                seconds,
                settled / seconds);
    }

    /** Reserves; then all of it is given back. */
    private double[] tries(long campaign, int engines) throws Exception {
        double[] millis = new double[TRIES * engines];
        try (ExecutorService threads = Executors.newFixedThreadPool(engines)) {
            List<Future<?>> running = new ArrayList<>();
            for (int engine = 0; engine < engines; engine++) {
                int first = engine * TRIES;
                Lease lease = leases.get(engine);
                running.add(threads.submit(() -> {
                    ReservationStore store = new ReservationStore(dataSource);
                    for (int i = 0; i < TRIES; i++) {
                        long start = System.nanoTime();
                        List<ReservationStore.Reserved> leads = store.reserve(campaign, WANTED, lease, Instant.now());
                        millis[first + i] = (System.nanoTime() - start) / 1e6;
                        check(leads);
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        run("update lead set state = 'AVAILABLE', reservation = null where state = 'RESERVED' and campaign_id = "
                + campaign);
        reserved.clear();
        return millis;
    }

    private void check(List<ReservationStore.Reserved> leads) {
        if (leads.size() < WANTED) {
            throw new AssertionError("only " + leads.size() + " leads");
        }
        for (ReservationStore.Reserved lead : leads) {
            if (!reserved.add(lead.leadId())) {
                throw new AssertionError("lead " + lead.leadId() + " twice");
            }
        }
    }

    private static void tell(String what, int leads, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-44s %,10d %8.1f %8.1f %8.1f%n",
                what,
                leads,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1]);
    }

    private void change(long campaign, String set) throws SQLException {
        run("update campaign set " + set + " where id = " + campaign);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
