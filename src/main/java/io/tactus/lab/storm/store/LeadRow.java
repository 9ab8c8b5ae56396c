package io.tactus.lab.storm.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A lead as the database would have it. */
public final class LeadRow {
    /** What may become of a lead. */
    public enum State {
        AVAILABLE,
        RESERVED,
        DIALLING,
        DONE
    }

    /** A number of the lead. @param zones every zone that it may be in */
    public record Phone(String number, List<ZoneId> zones) {
        /** Copies the list. */
        public Phone {
            zones = List.copyOf(zones);
        }
    }

    public final long id;
    public final long campaignId;
    public final TreeMap<Integer, Phone> phones = new TreeMap<>();
    public State state = State.AVAILABLE;
    public Instant dueAt = Instant.MIN;
    public int phoneIndex;
    public int attempts;
    /** The call that the reservation may become; 0 for none. */
    public long reservation;

    public long reservedEpoch;
    public String lastOutcome = "";

    LeadRow(long id, long campaignId) {
        this.id = id;
        this.campaignId = campaignId;
    }

    /** The number that is next; empty when there is none. */
    public String number() {
        Phone phone = phones.get(phoneIndex);
        return phone == null ? "" : phone.number();
    }

    /** Every zone that the next number may be in. */
    public List<ZoneId> zones() {
        Phone phone = phones.get(phoneIndex);
        return phone == null ? List.of() : phone.zones();
    }

    /** The position of the phone after the present one; -1 when there is none. */
    int nextPhone() {
        Map.Entry<Integer, Phone> next = phones.higherEntry(phoneIndex);
        return next == null ? -1 : next.getKey();
    }
}
