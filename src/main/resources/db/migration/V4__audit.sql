-- Who did what over REST: every request that changes something, every log-in and every failed one. It can only grow.
create table audit_event (
    id              bigint generated always as identity primary key,
    at              timestamptz not null default now(),
    actor           text not null,                     -- the account's name at that time; empty when nobody known
    user_id         bigint,
    token_id        bigint,                            -- the API token; null for a browser's session
    action          text not null,                     -- method and path, POST /api/campaigns/{id}/start
    entity          text not null default '',          -- campaigns
    entity_id       bigint,
    result          text not null check (result in ('done', 'refused', 'failed')),
    status          integer,                           -- the answer's; null when written in the transaction of the deed
    detail          text not null default '',
    address         text not null default ''           -- where the request came from
);
create index audit_event_at on audit_event (at);
create index audit_event_actor on audit_event (actor, id);
create index audit_event_entity on audit_event (entity, entity_id, id);

-- What was noted so far; of numbers only the end.
insert into audit_event (at, actor, action, entity, result, detail)
select at, actor, action, split_part(subject, ' ', 1), 'done',
       case when subject like 'dnc %' then 'number ending in ' || right(subject, 4) || ', ' else subject || ', ' end || detail
from audit_entry order by id;
drop table audit_entry;

create function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit can only grow: % of audit_event is refused', tg_op;
end
$$;
create trigger audit_event_no_change before update or delete on audit_event
    for each row execute function audit_event_is_append_only();
create trigger audit_event_no_truncate before truncate on audit_event
    for each statement execute function audit_event_is_append_only();
