-- What a decision expects, agents and answers apart; their difference alone said too little. Decisions stored before lose their figures: they live for a day.
alter table pacing_decision drop column expected_spare;
alter table pacing_decision add column expected_free double precision;
alter table pacing_decision add column expected_answers double precision;
