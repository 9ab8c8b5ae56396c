-- Pacing decisions of the last day, a policy that computes beside the live one, and what campaigns have learnt.

-- Written behind the fact and thinned; losing one loses no fact. The key is the only index: reading and cleaning go by campaign and time.
create table pacing_decision (
    campaign_id         bigint not null references campaign on delete cascade,
    at                  timestamptz not null,
    id                  bigint generated always as identity,
    node                text not null,
    launched            integer not null,
    released            integer not null,
    reason              text not null,
    free_agents         integer not null,
    in_flight           integer not null,
    waiting             integer not null,
    live_answers        bigint not null,
    abandoned           bigint not null,
    -- The figures of a policy that weighs risk; null where it weighs none.
    expected_spare      double precision,
    horizon_seconds     double precision,
    risk                double precision,
    allowed_risk        double precision,
    price               double precision,
    headroom            double precision,
    -- What the shadow wanted since the decision stored before; null without one.
    shadow_mode         text,
    shadow_launches     integer,
    shadow_releases     integer,
    shadow_reason       text,
    shadow_risk         double precision,
    live_risk           double precision,
    compared            integer,
    differed            integer,
    primary key (campaign_id, at, id)
);

-- The shadow policy of a campaign; null for none.
alter table campaign add column shadow_mode text check (shadow_mode in ('progressive', 'power', 'predictive'));
alter table campaign add column shadow_lines_per_agent double precision not null default 1.5
    check (shadow_lines_per_agent between 1 and 20);
alter table campaign add column shadow_abandonment_cap double precision not null default 0.03
    check (shadow_abandonment_cap between 0 and 1);
alter table campaign add column shadow_release_rung_ms integer not null default 0
    check (shadow_release_rung_ms = 0 or shadow_release_rung_ms >= 15000);

-- What a campaign has learnt of its calls and agents, so that a restart does not begin from nothing.
create table campaign_memory (
    campaign_id         bigint primary key references campaign on delete cascade,
    learnt_at           timestamptz not null,
    memory              jsonb not null
);
