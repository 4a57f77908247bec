-- A session may belong to a round: questionnaires that another room asks for, apart from the holder's own. round is the
-- address that the last answer leads to and what holds the sessions of one round together; place is their order in it.
-- An answer counts when it was given before closes_at.
alter table assessment_session add column round text;
alter table assessment_session add column place smallint;
alter table assessment_session add column closes_at timestamptz;
alter table assessment_session add check ((round is null) = (place is null) and (round is null) = (closes_at is null));
alter table assessment_session add check (round is null or instrument is not null);
create unique index assessment_session_round on assessment_session (round, place) where round is not null;
