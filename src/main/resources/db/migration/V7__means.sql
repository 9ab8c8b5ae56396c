-- What predictive pacing may do besides launching calls.
alter table campaign add column chooses_leads boolean not null default false;
alter table campaign add column rescue_after_ms integer not null default 0
    check (rescue_after_ms = 0 or rescue_after_ms >= 5000);
