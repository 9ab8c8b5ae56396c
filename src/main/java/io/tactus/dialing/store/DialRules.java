package io.tactus.dialing.store;

/**
 * The conditions under which a lead may not be dialled, as SQL over a row {@code f} with the lead's next number and its zones, the campaign's
 * settings, and the instant {@code now}. The gate refuses by them, and {@link ExplainStore} says by the same ones why a lead is not dialled.
 */
final class DialRules {
    /** What the row {@code f} has of lead {@code l}, its next phone {@code p} and its campaign {@code c}; {@code now} comes on top. */
    static final String FACTS = """
            l.campaign_id, l.state, l.reservation, l.due_at, l.last_outcome, l.phone_index, p.number, p.zones,
            c.window_days, c.window_from, c.window_to, c.attempts_per_day, c.attempts_lifetime
            """;
    /** Where {@link #FACTS} come from, beginning with lead {@code l}. */
    static final String PHONE_AND_CAMPAIGN = """
            join campaign c on c.id = l.campaign_id
            left join lead_phone p on p.lead_id = l.id and p.position = l.phone_index
            """;

    static final String NO_PHONE = "f.number is null";
    static final String DNC = """
            exists (select from dnc_entry d where d.number = f.number
                    and (d.campaign_id is null or d.campaign_id = f.campaign_id))
            """;
    static final String CALL_WINDOW = """
            exists (select from unnest(f.zones) z
                    where not (to_char(f.now at time zone z, 'DY') = any (f.window_days)
                               and (f.now at time zone z)::time >= f.window_from
                               and (f.window_to = '00:00' or (f.now at time zone z)::time < f.window_to)))
            """;
    static final String ATTEMPTS_LIFETIME = """
            (select count(*) from attempt t
             where t.number = f.number and t.campaign_id = f.campaign_id and not t.inbound) >= f.attempts_lifetime
            """;
    static final String ATTEMPTS_PER_DAY = """
            (select count(*) from attempt t
             where t.number = f.number and t.campaign_id = f.campaign_id and not t.inbound
               and t.started_at > f.now - interval '25 hours'
               and (t.started_at at time zone f.zones[1])::date = (f.now at time zone f.zones[1])::date)
            >= f.attempts_per_day
            """;

    private DialRules() {}
}
