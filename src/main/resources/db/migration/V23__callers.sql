-- People who call in. A queue is a campaign of mode inbound; a number that they dial leads to it. A call is an attempt of the other direction, of a lead
-- that is known, or made for whom nobody knew.
alter table campaign drop constraint campaign_mode_check;
alter table campaign add constraint campaign_mode_check
    check (mode in ('manual', 'preview', 'progressive', 'power', 'predictive', 'inbound'));

create table did (
    id              bigint generated always as identity primary key,
    number          text not null unique check (number ~ '^\+[1-9][0-9]{5,14}$'),
    campaign_id     bigint not null references campaign on delete cascade,
    description     text not null default '',
    created_at      timestamptz not null default now()
);
create index did_campaign on did (campaign_id);

alter table attempt add column inbound boolean not null default false;
