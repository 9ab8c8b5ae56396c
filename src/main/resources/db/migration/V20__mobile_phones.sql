-- An agent's own phone outside the house, reached over a trunk. Chosen: the agent works with it from the next log-in on.
create table mobile_phone (
    agent_id        bigint primary key references agent on delete cascade,
    number          text not null,
    trunk           text not null,
    chosen          boolean not null default false
);
