-- What the desks of managers, supervisors and compliance need on top of the foundation.

-- Who did what to what, for deeds that somebody may have to answer for.
create table audit_entry (
    id              bigint generated always as identity primary key,
    at              timestamptz not null default now(),
    actor           text not null,
    action          text not null,
    subject         text not null,
    detail          text not null default ''
);
create index audit_entry_subject on audit_entry (subject, at);

-- An import that nobody has touched for a minute belongs to an engine that is gone.
alter table lead_import
    drop column rejected_file,
    add column charset      text not null default '',
    add column header       text[] not null default '{}',
    add column touched_at   timestamptz not null default now();
create index lead_import_list on lead_import (list_id, id);
create index lead_import_running on lead_import (touched_at) where state = 'running';

-- The rows that an import refused, as they stood in the file.
create table lead_import_rejected (
    import_id       bigint not null references lead_import on delete cascade,
    line            bigint not null,
    reason          text not null,
    cells           text[] not null,
    primary key (import_id, line)
);

-- Which import a lead came with, so that a mistaken upload can be found; no foreign key: imports are history, leads are not.
alter table lead add column import_id bigint;

-- Search of leads by name and by the customer's own id.
create index lead_last_name on lead (lower(last_name) text_pattern_ops, id) where last_name <> '';
create index lead_external_id on lead (external_id, id) where external_id <> '';
create index lead_campaign on lead (campaign_id, id);

create index campaign_agent_agent on campaign_agent (agent_id);
create index campaign_schedule_campaign on campaign_schedule (campaign_id);
create index access_token_user on access_token (user_id);
