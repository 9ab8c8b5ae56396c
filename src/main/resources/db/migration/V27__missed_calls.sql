-- Who called in and got nobody: who looks after the customer, and up to when all is done. The calls themselves are attempts.
create table missed_call (
    campaign_id     bigint not null references campaign on delete cascade,
    lead_id         bigint not null references lead on delete cascade,
    agent_id        bigint references agent on delete set null,     -- who has taken it on; null for nobody
    taken_at        timestamptz,                                    -- counts for the calls since the customer was last spoken with
    closed_at       timestamptz,                                    -- calls that ended before need nobody any more
    closed_by       text,
    primary key (campaign_id, lead_id)
);
create index attempt_missed on attempt (campaign_id, started_at) where inbound and outcome = 'ABANDONED';
