-- What callers are led through before an agent takes them. The draft is worked on; a published version is never changed again.
create table ivr_flow (
    id              bigint generated always as identity primary key,
    name            text not null unique,
    draft           jsonb not null,
    version         integer not null default 0,             -- of the draft: each change has the next
    changed_at      timestamptz not null,
    changed_by      text not null,                          -- the name as it was
    published       integer                                 -- the version in force; null: none yet
);

create table ivr_flow_version (
    flow_id         bigint not null references ivr_flow on delete cascade,
    number          integer not null,                       -- 1 for the first
    flow            jsonb not null,
    published_at    timestamptz not null,
    published_by    text not null,
    primary key (flow_id, number)
);

alter table ivr_flow add foreign key (id, published) references ivr_flow_version (flow_id, number);

create function ivr_flow_version_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a published version of an IVR flow is never changed';
end $$;

create trigger ivr_flow_version_changed before update on ivr_flow_version for each row
  execute function ivr_flow_version_stays();

-- Prompts that the versions in force play; they cannot be deleted.
create table ivr_flow_prompt (
    flow_id         bigint not null references ivr_flow on delete cascade,
    prompt_id       bigint not null references prompt,
    primary key (flow_id, prompt_id)
);
create index ivr_flow_prompt_prompt on ivr_flow_prompt (prompt_id);
