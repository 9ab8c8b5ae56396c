-- The agent's desk: scripts, pause codes with limits, callbacks, dispositions that must be given.

alter table campaign
    add column script               text not null default '',
    add column forced_disposition   boolean not null default false;   -- wrap-up ends by a disposition only

create table pause_code (
    code            text primary key check (code ~ '^[A-Z0-9_]{1,40}$'),
    label           text not null,
    limit_minutes   integer not null default 0              -- 0: no limit
);
insert into pause_code (code, label, limit_minutes) values
    ('BREAK', 'Break', 15), ('LUNCH', 'Lunch', 45), ('MEETING', 'Meeting', 0), ('TRAINING', 'Training', 0), ('TASK', 'Other work', 0);

-- A call that a customer was promised. It counts once the call in which it was promised is disposed of.
create table callback (
    id              bigint generated always as identity primary key,
    call_id         bigint not null unique,                 -- the attempt in which it was promised
    lead_id         bigint not null references lead on delete cascade,
    campaign_id     bigint not null references campaign on delete cascade,
    agent_id        bigint,                                 -- who alone is to call; null: any agent, so it is dialled by itself
    due_at          timestamptz not null,
    zone            text not null,                          -- in which the customer named the time
    note            text not null default '',
    state           text not null default 'WANTED' check (state in ('WANTED', 'OPEN', 'DONE', 'CANCELLED')),
    made_by         bigint not null,
    made_at         timestamptz not null default now()
);
create index callback_open on callback (lead_id) where state = 'OPEN';
create index callback_campaign on callback (campaign_id) where state in ('WANTED', 'OPEN');
create index callback_due on callback (due_at) where state = 'OPEN';

-- An agent's own figures of today.
create index attempt_agent on attempt (agent_id, started_at) where agent_id is not null;
