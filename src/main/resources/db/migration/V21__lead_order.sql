-- In what order a campaign dials its leads within one priority, and whether its lists take turns by their shares. A lead that is due gets its place
-- once: a key of bits, compared as such, in the lane of its list (0 where lists are not mixed). Places are given by version; filter, order and mix
-- have one together, so that whoever has a place of this version passes the filter too. Whatever changes a lead takes its place away.
alter table campaign add column lead_order jsonb;
alter table campaign add column mixes_lists boolean not null default false;
alter table campaign add column order_version integer not null default 0;
alter table lead_list add column share integer not null default 1 check (share between 1 and 100);
alter table lead_list add column turns double precision not null default 0;   -- leads taken, each divided by the share of its time

alter table lead add column placed_by integer not null default 0;
alter table lead add column lane bigint not null default 0;
alter table lead add column place bit varying not null default B'';

drop index lead_hopper;
create index lead_hopper on lead (campaign_id, priority desc, due_at, id) where state = 'AVAILABLE' and left_out = 0 and placed_by = 0;
create index lead_placed on lead (campaign_id, placed_by, lane, priority desc, place, due_at, id) where state = 'AVAILABLE' and placed_by <> 0;

-- Leads that are sorted leave dead entries at the very beginning of lead_hopper, over which every reservation walks until a vacuum takes them away.
alter table lead set (autovacuum_vacuum_scale_factor = 0.02);

-- A flag that puts what has no value last, and bits of a fixed width that sort as the value does. Beyond 64 bits a number is cut off, beyond 20 binary
-- digits its fraction, beyond 24 bytes a text; a text sorts by its letters without accents, a to z, then other scripts.
create function place_of_number(value numeric, descending boolean) returns bit varying language sql stable as $$
  select case when value is null then B'1' || repeat('0', 84)::bit(84)
    else B'0' || case when descending then ~ k.bits else k.bits end end
  from (select ((least(greatest(floor(value), -9223372036854775808), 9223372036854775807)::bigint::bit(64) # (1::bit(64) << 63))
                || floor((value - floor(value)) * 1048576)::integer::bit(20))::bit(84) as bits) k
$$;

create function place_of_text(value text, descending boolean) returns bit varying language sql stable as $$
  select case when coalesce(value, '') = '' then B'1' || repeat('0', 192)::bit(192)
    else B'0' || case when descending then ~ k.bits else k.bits end end
  from (select ('x' || rpad(encode(substring(convert_to(lower(regexp_replace(normalize(coalesce(value, ''), NFD), '[\u0300-\u036f]', '', 'g')), 'UTF8') from 1 for 24), 'hex'), 48, '0'))::bit(192)
          as bits) k
$$;

drop trigger lead_changed on lead;
create or replace function lead_is_asked_again() returns trigger language plpgsql as $$
begin
  new.left_out := 0;
  new.placed_by := 0;
  new.lane := 0;
  new.place := B'';
  return new;
end $$;

create trigger lead_changed before update on lead for each row
  when (((old.left_out <> 0 and new.left_out <> 0) or (old.placed_by <> 0 and new.placed_by = old.placed_by))
    and (old.list_id, old.state, old.due_at, old.priority, old.phone_index, old.attempts, old.last_outcome, old.first_name, old.last_name, old.external_id, old.notes, old.custom)
        is distinct from
        (new.list_id, new.state, new.due_at, new.priority, new.phone_index, new.attempts, new.last_outcome, new.first_name, new.last_name, new.external_id, new.notes, new.custom))
  execute function lead_is_asked_again();

create or replace function lead_of_row_is_asked_again() returns trigger language plpgsql as $$
begin
  update lead set left_out = 0, placed_by = 0, lane = 0, place = B''
  where id = coalesce(new.lead_id, old.lead_id) and (left_out <> 0 or placed_by <> 0);
  return null;
end $$;
