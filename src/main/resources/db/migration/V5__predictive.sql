-- Predictive pacing, and the means of giving up calls that nobody could take.
alter table campaign drop constraint campaign_mode_check;
alter table campaign add constraint campaign_mode_check
    check (mode in ('manual', 'preview', 'progressive', 'power', 'predictive'));
alter table campaign add column release_rung_ms integer not null default 0
    check (release_rung_ms = 0 or release_rung_ms >= 15000);
