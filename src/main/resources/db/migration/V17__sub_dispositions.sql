-- A disposition may be one of several kinds of another, which agents choose first.
alter table disposition add column below text not null default '';
