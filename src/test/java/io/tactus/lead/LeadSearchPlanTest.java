package io.tactus.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plans of the search among very many leads: always an index in the order of the page, never a walk through the table or a sort of it. */
@EngineTest
class LeadSearchPlanTest {
    private static final int LEADS = 60_000;

    @Inject
    LeadSearch search;

    @Inject
    EntityManager entities;

    @Inject
    Given given;

    @Inject
    People people;

    private static LeadSearch.Query query(
            long campaign, long list, String number, String name, String external, long after) {
        return new LeadSearch.Query(campaign, list, number, name, external, after, 50);
    }

    private long aLongList(long campaign) {
        long list = given.aList(campaign, Map.of());
        entities.createNativeQuery("""
                        insert into lead (campaign_id, list_id, last_name, external_id)
                        select ?1, ?2, case when i % 5 = 0 then 'Zenith' else chr(65 + i % 26) || 'mith' || i % 900 end, 'X' || i
                        from generate_series(1, ?3) i
                        """)
                .setParameter(1, campaign)
                .setParameter(2, list)
                .setParameter(3, LEADS)
                .executeUpdate();
        entities.createNativeQuery("""
                        insert into lead_phone (lead_id, position, number, zones)
                        select id, 0, '+1202' || (2000000 + id % 7000000), '{America/New_York}' from lead where list_id = ?1
                        """).setParameter(1, list).executeUpdate();
        return list;
    }

    /** The plan and what it did, as a real execution measures it. */
    private String plan(LeadSearch.Query query) {
        LeadSearch.Statement statement = search.statement(query);
        entities.createNativeQuery(statement.setting()).executeUpdate();
        var explain = entities.createNativeQuery("explain (analyze, costs off, timing off) " + statement.sql());
        statement.values().forEach(explain::setParameter);
        List<String> lines = new ArrayList<>();
        explain.getResultList().forEach(line -> lines.add(String.valueOf(line)));
        return String.join("\n", lines);
    }

    @Test
    @TestTransaction
    void everyWayToLookHasItsIndex() {
        long campaign = given.aCampaign();
        long list = aLongList(campaign);
        entities.createNativeQuery("analyze lead").executeUpdate();
        entities.createNativeQuery("analyze lead_phone").executeUpdate();
        long after = ((Number) entities.createNativeQuery(
                                "select min(id) from lead where list_id = ?1 and last_name = 'Smith18'")
                        .setParameter(1, list)
                        .getSingleResult())
                .longValue();
        long farOn = ((Number) entities.createNativeQuery(
                                "select max(id) - 300 from lead where list_id = ?1 and last_name = 'Zenith'")
                        .setParameter(1, list)
                        .getSingleResult())
                .longValue();
        long halfWay = ((Number) entities.createNativeQuery(
                                "select max(id) - ?2 from lead where list_id = ?1 and last_name = 'Zenith'")
                        .setParameter(1, list)
                        .setParameter(2, LEADS / 2)
                        .getSingleResult())
                .longValue();
        Map<String, LeadSearch.Query> ways = Map.of(
                "lead_last_name  ",
                query(0, 0, "", "zenith", "", halfWay),
                "lead_name_of_list   ",
                query(campaign, 0, "", "zenith", "", halfWay),
                "lead_last_name ",
                query(0, 0, "", "zenith", "", farOn),
                "lead_name_of_list  ",
                query(campaign, 0, "", "zenith", "", farOn),
                "lead_last_name",
                query(0, 0, "", "smith", "", 0),
                "lead_name_of_list",
                query(0, list, "", "smith", "", 0),
                "lead_name_of_list ",
                query(campaign, 0, "", "s", "", after),
                "lead_phone_number",
                query(0, 0, "+12022000123", "", "", 0),
                "lead_external_id",
                query(0, list, "", "", "X777", 0),
                // By whichever of its two indexes the planner thinks is shorter: the list's, or that of all ids.
                "lead_",
                query(0, list, "", "", "", after));
        ways.forEach((index, query) -> {
            String plan = plan(query);
            assertThat(plan)
                    .as(query.toString())
                    .contains(index.strip())
                    .doesNotContain("Seq Scan on lead ", "Seq Scan on lead_phone");
            // The table has thousands of pages; the first line of this kind is of the whole statement.
            Matcher pages = Pattern.compile("Buffers: shared hit=(\\d+)").matcher(plan);
            assertThat(pages.find()).as(plan).isTrue();
            assertThat(Integer.parseInt(pages.group(1))).as(plan).isLessThan(400);
        });
    }

    @Test
    void pagesByNameFollowEachOtherWithoutGapAndWithoutRepetition() {
        long campaign = given.aCampaign();
        long list = given.aList(campaign, Map.of());
        long other = given.aList(campaign, Map.of());
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            long lead = given.aLead(i % 2 == 0 ? list : other, "Page" + i / 3, "+1212555%04d".formatted(1000 + i));
            expected.add(lead);
        }
        List<Long> found = new ArrayList<>();
        Integer next = 0;
        while (next != null) {
            var page = people.as("supervisor")
                    .body(Map.of("campaignId", campaign, "name", "pAGE", "limit", 2, "after", next))
                    .post("/api/leads/search")
                    .then()
                    .statusCode(200)
                    .extract();
            page.<List<Integer>>path("leads.id").forEach(id -> found.add(id.longValue()));
            next = page.path("next");
        }
        assertThat(found).containsExactlyElementsOf(expected);
    }
}
