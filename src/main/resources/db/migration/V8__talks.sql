-- Recordings of talks, and which talks a campaign records.
alter table campaign add column recording text not null default 'none' check (recording in ('none', 'on_demand', 'all'));

-- A talk may have several: each start is one. Nothing was ever written here before.
alter table recording
    drop column length_ms,
    add column part         bigint not null,                -- names the recording within the call: its start in microseconds
    add column campaign_id  bigint not null,
    add column agent_id     bigint not null,
    add column ended_at     timestamptz,
    add column failure      text not null default '',       -- why there is no file
    add unique (attempt_id, part);
create index recording_campaign on recording (campaign_id, id);
