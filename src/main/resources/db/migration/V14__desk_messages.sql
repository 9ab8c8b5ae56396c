-- What supervisors write to agents, until they have read it, and a month longer.
create table desk_message (
    id              bigint generated always as identity primary key,
    agent_id        bigint not null references agent on delete cascade,
    sent_by         text not null,                          -- the name as it was
    sent_at         timestamptz not null,
    body            text not null,
    read_at         timestamptz
);
create index desk_message_unread on desk_message (agent_id, id) where read_at is null;
create index desk_message_sent on desk_message (sent_at);
