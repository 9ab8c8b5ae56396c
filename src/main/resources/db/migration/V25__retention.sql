-- How many days sounds are kept; 0: for ever.
alter table campaign
    add column recording_days integer not null default 0 check (recording_days >= 0),
    add column voicemail_days integer not null default 0 check (voicemail_days >= 0);
