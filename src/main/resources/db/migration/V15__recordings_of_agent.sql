-- Recordings of one agent, the last first.
create index recording_agent on recording (agent_id, id);
