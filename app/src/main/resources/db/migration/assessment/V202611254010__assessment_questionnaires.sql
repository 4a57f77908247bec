-- Instruments in all their versions, as the files they are made of.
create table instrument (
    id        uuid primary key default uuidv7(),
    name      text not null,
    version   text not null,
    files     jsonb not null,
    loaded_at timestamptz not null,
    unique (name, version)
);

-- A session is about the skills of an occupation or about an instrument in one version.
alter table assessment_session alter column occupation drop not null;
alter table assessment_session add column instrument text;
alter table assessment_session add column version text;
alter table assessment_session add check ((instrument is null) <> (occupation is null));
alter table assessment_session add check ((instrument is null) = (version is null));
create index assessment_session_instrument on assessment_session (account, instrument, begun_at) where instrument is not null;

-- What is asked: a skill, or an item or block of the instrument; with its drawing or without.
alter table assessment_item rename column skill to item;
alter table assessment_item alter column item type text using item::text;
alter table assessment_item add column scene boolean not null default false;

-- value: the answer chosen, or the place of the most important in a block; worst: of the least important.
alter table response rename column skill to item;
alter table response alter column item type text using item::text;
alter table response rename column level to value;
alter table response add column worst smallint check (worst between 0 and 9 and worst <> value);
alter table response drop constraint response_level_check;
alter table response add check (value between 0 and 9);
alter table response add check (worst is null or value is not null);
alter table response drop constraint response_skipped_check;
alter table response add check (skipped in ('does-not-apply', 'do-not-know', 'not-clear', 'rather-not'));

-- What came out of a completed session, each time it came out otherwise.
create table result (
    id              uuid primary key default uuidv7(),
    session         uuid not null references assessment_session,
    account         uuid not null references account,
    scoring_version text not null,
    norm_version    text,
    computed_at     timestamptz not null,
    answered        smallint not null,
    asked           smallint not null,
    scores          jsonb not null
);
create index result_account on result (account, computed_at);
create index result_session on result (session, computed_at);
