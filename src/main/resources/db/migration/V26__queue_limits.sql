-- How long and how many callers wait in a queue; 0: without limit. Whom it does not take gets its overflow.
alter table campaign
    add column longest_wait_ms integer not null default 0 check (longest_wait_ms >= 0),
    add column most_waiting    integer not null default 0 check (most_waiting >= 0),
    add column needs_agents    boolean not null default false;
