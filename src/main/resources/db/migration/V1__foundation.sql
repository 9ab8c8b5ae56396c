-- The foundation: people and their rights, campaigns, leads, attempts, agents' sessions, voicemail, do-not-call.
-- All times are timestamptz and written in UTC; zones of leads are IANA ids.

create table app_user (
    id              bigint generated always as identity primary key,
    username        text not null,
    display_name    text not null,
    password_hash   text not null,
    active          boolean not null default true,
    created_at      timestamptz not null default now()
);
create unique index app_user_username on app_user (lower(username));

create table app_user_role (
    user_id         bigint not null references app_user on delete cascade,
    role            text not null check (role in ('agent', 'supervisor', 'manager', 'compliance', 'administrator')),
    primary key (user_id, role)
);

-- A browser's session or an API token; only the SHA-256 of the secret is kept.
create table access_token (
    id              bigint generated always as identity primary key,
    user_id         bigint not null references app_user on delete cascade,
    kind            text not null check (kind in ('session', 'api')),
    label           text not null default '',
    secret_hash     bytea not null unique,
    scopes          text[] not null default '{}',
    created_at      timestamptz not null default now(),
    expires_at      timestamptz not null,
    last_used_at    timestamptz
);
create index access_token_expiry on access_token (expires_at);

-- An agent is a user with a phone.
create table agent (
    id              bigint primary key references app_user on delete cascade,
    endpoint        text not null unique,
    leg_mode        text not null default 'standing' check (leg_mode in ('standing', 'on_demand')),
    phone_kind      text not null default 'desk' check (phone_kind in ('desk', 'browser'))
);

create table campaign (
    id                  bigint generated always as identity primary key,
    name                text not null unique,
    mode                text not null check (mode in ('manual', 'preview', 'progressive', 'power')),
    state               text not null default 'draft'
                        check (state in ('draft', 'running', 'pausing', 'paused', 'stopped', 'done')),
    weight              double precision not null default 1,
    lines_per_agent     double precision not null default 1.5,
    abandonment_cap     double precision not null default 0.03,
    measuring_period    text not null default 'thirty_days' check (measuring_period in ('campaign', 'thirty_days', 'day')),
    ring_timeout_ms     integer not null default 25000,
    answer_budget_ms    integer not null default 2000,
    machine_detection   boolean not null default false,
    amd_parameters      text not null default '',
    machine_action      text not null default 'hang_up' check (machine_action in ('hang_up', 'voicemail_drop', 'agent')),
    overflow            text not null default 'message' check (overflow in ('message', 'voicemail', 'hang_up')),
    wrap_up_ms          integer not null default 30000,
    preview_ms          integer not null default 30000,
    preview_forced      boolean not null default false,
    max_calls_in_flight integer not null default 500,
    caller_id           text not null default '',
    prompt_message      text not null default 'tactus/safe-harbour-default',
    prompt_greeting     text not null default 'tactus/voicemail-greeting-default',
    prompt_drop         text not null default 'tactus/voicemail-drop-default',
    default_region      text not null default 'US',
    window_days         text[] not null default '{MON,TUE,WED,THU,FRI}',
    window_from         time not null default '08:00',
    window_to           time not null default '21:00',   -- 00:00 means the end of the day
    attempts_per_day    integer not null default 3,
    attempts_lifetime   integer not null default 10,
    retry_minutes       jsonb not null default '{"BUSY":15,"NO_ANSWER":120,"MACHINE":240,"CONGESTION":5,"FAILED":5,"INTERRUPTED":30}',
    started_at          timestamptz,
    version             integer not null default 0
);

create table campaign_setting_history (
    id              bigint generated always as identity primary key,
    campaign_id     bigint not null references campaign on delete cascade,
    changed_at      timestamptz not null default now(),
    changed_by      text not null,
    settings        jsonb not null
);
create index campaign_setting_history_campaign on campaign_setting_history (campaign_id, changed_at);

create table campaign_agent (
    campaign_id     bigint not null references campaign on delete cascade,
    agent_id        bigint not null references agent on delete cascade,
    primary key (campaign_id, agent_id)
);

create table campaign_schedule (
    id              bigint generated always as identity primary key,
    campaign_id     bigint not null references campaign on delete cascade,
    days            text[] not null,
    starts_at       time not null,
    stops_at        time not null,
    zone            text not null,
    first_date      date,
    last_date       date
);

-- System-wide dispositions have no campaign.
create table disposition (
    id              bigint generated always as identity primary key,
    campaign_id     bigint references campaign on delete cascade,
    code            text not null,
    label           text not null,
    final           boolean not null default true,       -- the lead is not dialled again
    unique nulls not distinct (campaign_id, code)
);
insert into disposition (campaign_id, code, label, final) values
    (null, 'SALE', 'Sale', true),
    (null, 'NOT_INTERESTED', 'Not interested', true),
    (null, 'CALL_BACK', 'Call back', false),
    (null, 'WRONG_NUMBER', 'Wrong number', true),
    (null, 'DO_NOT_CALL', 'Do not call again', true),
    (null, 'OTHER', 'Other', true);

create table lead_list (
    id              bigint generated always as identity primary key,
    campaign_id     bigint not null references campaign on delete cascade,
    name            text not null,
    custom_fields   jsonb not null default '[]',           -- [{"name":..., "type":"text|number|date|boolean"}]
    priority        integer not null default 0,
    created_at      timestamptz not null default now(),
    unique (campaign_id, name)
);

create table lead_import (
    id              bigint generated always as identity primary key,
    list_id         bigint not null references lead_list on delete cascade,
    file_name       text not null,
    state           text not null check (state in ('running', 'done', 'cancelled', 'failed')),
    bytes_total     bigint not null default 0,
    bytes_read      bigint not null default 0,
    rows_read       bigint not null default 0,
    rows_imported   bigint not null default 0,
    rows_rejected   bigint not null default 0,
    rejected_file   text,
    error           text,
    started_by      text not null,
    started_at      timestamptz not null default now(),
    ended_at        timestamptz
);

-- One row a lead. What the hopper reads stands here, so that one partial index serves it.
create table lead (
    id              bigint generated always as identity primary key,
    campaign_id     bigint not null references campaign on delete cascade,
    list_id         bigint not null references lead_list on delete cascade,
    state           text not null default 'AVAILABLE'
                    check (state in ('AVAILABLE', 'RESERVED', 'DIALLING', 'DONE')),
    priority        integer not null default 0,
    due_at          timestamptz not null default '-infinity',
    phone_index     smallint not null default 0,          -- which phone is next
    attempts        integer not null default 0,
    reservation     bigint,                               -- the attempt id that the reservation may become
    reserved_until  timestamptz,
    reserved_epoch  bigint,
    last_outcome    text,
    first_name      text not null default '',
    last_name       text not null default '',
    external_id     text not null default '',
    notes           text not null default '',
    custom          jsonb not null default '{}'
) with (fillfactor = 85);
create index lead_hopper on lead (campaign_id, priority desc, due_at, id) where state = 'AVAILABLE';
create index lead_reserved on lead (reserved_until) where state in ('RESERVED', 'DIALLING');
create index lead_of_list on lead (list_id, id);

create table lead_phone (
    lead_id         bigint not null references lead on delete cascade,
    position        smallint not null,
    number          text not null check (number ~ '^\+[1-9][0-9]{5,14}$'),
    kind            text not null default 'unknown',
    zones           text[] not null,                      -- every zone that the number may be in; at least one
    primary key (lead_id, position)
);
create index lead_phone_number on lead_phone (number);

create table dnc_entry (
    id              bigint generated always as identity primary key,
    campaign_id     bigint references campaign on delete cascade,   -- null: for the whole system
    number          text not null,
    reason          text not null default '',
    added_by        text not null,
    added_at        timestamptz not null default now(),
    unique nulls not distinct (number, campaign_id)
);

create sequence attempt_id;

-- One row for each originate that was allowed to leave; partitioned by the month of its start.
create table attempt (
    id              bigint not null,
    started_at      timestamptz not null,
    campaign_id     bigint not null,
    lead_id         bigint not null,
    phone_position  smallint not null,
    number          text not null,
    node            text not null,
    trunk           text not null,
    epoch           bigint not null,
    agent_id        bigint,
    answered_at     timestamptz,
    connected_at    timestamptz,
    ended_at        timestamptz,
    outcome         text check (outcome in ('BUSY', 'NO_ANSWER', 'INVALID_NUMBER', 'CONGESTION', 'REJECTED', 'MACHINE',
                                            'ANSWERED', 'ABANDONED', 'FAILED', 'INTERRUPTED')),
    cause           integer,
    detail          text,
    live            boolean not null default false,
    detection       text,
    detection_cause text,
    detection_ms    integer,
    disposition     text,
    disposed_by     bigint,
    disposed_at     timestamptz,
    primary key (id, started_at)
) partition by range (started_at);
create index attempt_open on attempt (id) where outcome is null;
create index attempt_lead on attempt (lead_id, started_at);
create index attempt_number on attempt (number, started_at);
create index attempt_campaign on attempt (campaign_id, started_at);
create table attempt_default partition of attempt default;

create table agent_session (
    id              bigint generated always as identity primary key,
    agent_id        bigint not null references agent on delete cascade,
    node            text not null,
    started_at      timestamptz not null,
    ended_at        timestamptz,
    state           text not null,
    code            text not null default ''
);
create unique index agent_session_open on agent_session (agent_id) where ended_at is null;

create table agent_state_change (
    id              bigint generated always as identity primary key,
    agent_id        bigint not null,
    at              timestamptz not null,
    state           text not null,
    code            text not null default '',
    call_id         bigint,
    campaign_id     bigint
);
create index agent_state_change_agent on agent_state_change (agent_id, at);

create table campaign_state_change (
    id              bigint generated always as identity primary key,
    campaign_id     bigint not null,
    at              timestamptz not null,
    state           text not null,
    reason          text not null default ''
);

create table voicemail_message (
    id              bigint generated always as identity primary key,
    attempt_id      bigint not null unique,
    campaign_id     bigint not null,
    lead_id         bigint not null,
    file            text not null,
    length_ms       integer not null,
    recorded_at     timestamptz not null,
    heard_at        timestamptz,
    heard_by        text
);
create index voicemail_message_campaign on voicemail_message (campaign_id, recorded_at);

create table recording (
    id              bigint generated always as identity primary key,
    attempt_id      bigint not null,
    file            text not null,
    length_ms       integer,
    started_at      timestamptz not null
);

-- Ownership of a floor: one writer at a time, fenced by the epoch.
create table floor_lease (
    floor           text primary key,
    owner           text not null,
    epoch           bigint not null,
    expires_at      timestamptz not null
);
