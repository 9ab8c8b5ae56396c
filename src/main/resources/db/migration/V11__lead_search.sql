-- Search of leads by name within a list, in the order of name and id.
create index lead_name_of_list on lead (list_id, lower(last_name) text_pattern_ops, id) where last_name <> '';
