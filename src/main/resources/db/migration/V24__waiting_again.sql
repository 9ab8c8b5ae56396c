-- A customer who was talked with may wait again: in a queue, or parked until an agent picks the customer up.
alter table attempt
    add column waits_in bigint,                            -- the queue; null for none
    add column parked_by bigint;                           -- the agent who parked the customer; null for nobody
