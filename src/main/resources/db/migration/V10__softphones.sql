-- The browser phones that are lent to agents: endpoints of a node whose passwords the engine sets anew each time.
create table softphone (
    agent_id        bigint primary key references agent on delete cascade,
    node            text not null,
    endpoint        text not null,
    expires_at      timestamptz not null,                   -- of the password
    unique (node, endpoint)
);
