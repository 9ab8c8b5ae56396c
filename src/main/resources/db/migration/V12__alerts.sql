-- Alerts: from when to when something was beyond what a role tolerates, and what each role tolerates.
create table alert_setting (
    role            text not null,
    kind            text not null,
    active          boolean not null,
    threshold       double precision not null,
    changed_by      text not null,
    changed_at      timestamptz not null default now(),
    primary key (role, kind)
);

create table alert_event (
    id              bigint generated always as identity primary key,
    role            text not null,
    kind            text not null,
    subject_id      bigint not null,          -- agent or campaign; 0 for trunks and nodes
    subject         text not null,            -- trunk, node or campaign by name; empty for agents, whose names may change
    threshold       double precision not null,
    value           double precision not null,
    opened_at       timestamptz not null,
    closed_at       timestamptz
);
create unique index alert_event_open on alert_event (role, kind, subject_id, subject) where closed_at is null;
create index alert_event_opened on alert_event (opened_at);
