-- What callers hear, as it was uploaded or recorded in the browser. A campaign names one as prompt/ and its id.
create table prompt (
    id              bigint generated always as identity primary key,
    name            text not null unique,
    length_ms       integer not null,
    created_at      timestamptz not null,
    created_by      text not null                           -- the name as it was
);
