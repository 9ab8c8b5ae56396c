package io.tactus.dialing.store;

import io.tactus.compliance.CallWindow;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.MachineAction;
import io.tactus.floor.model.Means;
import io.tactus.floor.model.OverflowAction;
import io.tactus.lab.storm.store.AttemptRow;
import io.tactus.lab.storm.store.CampaignRow;
import io.tactus.lab.storm.store.LeadRow;
import io.tactus.lab.storm.store.MemoryStore;
import io.tactus.lab.storm.store.Tables;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;

/** The store in memory. */
final class MemoryWorld implements StoreWorld {
    private static final CallWindow WINDOW =
            new CallWindow(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(21, 0));
    private static final CampaignSettings SETTINGS = new CampaignSettings(
            DialMode.PROGRESSIVE,
            1,
            1.5,
            0.03,
            25_000,
            2_000,
            false,
            MachineAction.HANG_UP,
            OverflowAction.MESSAGE,
            30_000,
            30_000,
            false,
            Means.NONE,
            500);

    private final Tables tables = new Tables();
    private long micros = TUESDAY.toEpochMilli() * 1_000;
    private final MemoryStore store = new MemoryStore(tables, () -> ++micros);
    private final Lease lease = store.tryTake("main", "test").orElseThrow();
    private long ids;

    @Override
    public DialingStore store() {
        return store;
    }

    @Override
    public Lease lease() {
        return lease;
    }

    @Override
    public long campaign(int attemptsPerDay, int attemptsLifetime) {
        long id = ++ids;
        tables.campaigns.put(id, new CampaignRow(id, SETTINGS, WINDOW, attemptsPerDay, attemptsLifetime, TUESDAY));
        return id;
    }

    @Override
    public long lead(long campaign, String number, String... zones) {
        long id = tables.addLead(++ids, campaign).id;
        phone(id, 0, number, zones);
        return id;
    }

    @Override
    public void phone(long lead, int position, String number, String... zones) {
        tables.addPhone(
                lead, position, number, Arrays.stream(zones).map(ZoneId::of).toList());
    }

    @Override
    public void doNotCall(String number, long campaign) {
        tables.forbid(number, campaign);
    }

    @Override
    public boolean listed(String number) {
        return tables.forbidden(number, 0);
    }

    @Override
    public String leadState(long lead) {
        LeadRow row = tables.lead(lead);
        return row.state + " " + (row.lastOutcome.isEmpty() ? "-" : row.lastOutcome);
    }

    @Override
    public Instant dueAt(long lead) {
        return tables.lead(lead).dueAt;
    }

    @Override
    public String outcome(long callId) {
        AttemptRow attempt = tables.attempts.get(callId);
        if (attempt == null) {
            return "";
        }
        return attempt.outcome == null ? "none" : attempt.outcome.name();
    }

    @Override
    public long agentAtWork() {
        long id = ++ids;
        logIn(id);
        return id;
    }

    @Override
    public void logIn(long agent) {
        tables.openSession(agent, "n1");
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
