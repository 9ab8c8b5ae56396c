-- Which leads a campaign dials; null: all of its lists. Each other filter has the next version. The hopper asks a lead once and sets it aside when
-- it does not pass, by the filter's version, so that it is in the hopper's index no more; whatever changes a lead lets it be asked again, and so
-- does another filter, in batches.
alter table campaign add column filter jsonb;
alter table campaign add column filter_version integer not null default 0;
alter table lead add column left_out integer not null default 0;

drop index lead_hopper;
create index lead_hopper on lead (campaign_id, priority desc, due_at, id) where state = 'AVAILABLE' and left_out = 0;
create index lead_left_out on lead (campaign_id, left_out) where left_out <> 0;

create function lead_is_asked_again() returns trigger language plpgsql as $$
begin
  new.left_out := 0;
  return new;
end $$;

create trigger lead_changed before update on lead for each row
  when (old.left_out <> 0 and new.left_out <> 0
    and (old.list_id, old.priority, old.phone_index, old.attempts, old.last_outcome, old.first_name, old.last_name, old.external_id, old.notes, old.custom)
        is distinct from
        (new.list_id, new.priority, new.phone_index, new.attempts, new.last_outcome, new.first_name, new.last_name, new.external_id, new.notes, new.custom))
  execute function lead_is_asked_again();

create function lead_of_row_is_asked_again() returns trigger language plpgsql as $$
begin
  update lead set left_out = 0 where id = coalesce(new.lead_id, old.lead_id) and left_out <> 0;
  return null;
end $$;

create trigger lead_phone_changed after insert or update or delete on lead_phone for each row
  execute function lead_of_row_is_asked_again();

-- A call that was promised is made whatever the filter says.
create trigger callback_opened after insert or update on callback for each row
  when (new.state = 'OPEN') execute function lead_of_row_is_asked_again();
