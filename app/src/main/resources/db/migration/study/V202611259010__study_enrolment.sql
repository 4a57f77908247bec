-- The list of a researcher: who may be asked, before any of them has an account here. The same number at two schools is
-- two persons.
create table study_person (
    id          uuid primary key default gen_random_uuid(),
    study       uuid not null references study,
    school      varchar(120) not null default '',
    unit        varchar(120) not null default '',
    number      varchar(40) not null default '',
    name        varchar(120) not null default '',
    address     varchar(254) not null default '',
    facts       jsonb not null default '{}',
    imported_at timestamptz not null,
    -- Of the link in the letter; only its hash.
    token_hash  bytea unique,
    written_at  timestamptz,
    -- Who followed the link or gave the number.
    account     uuid references account,
    check (number <> '' or address <> '')
);
create unique index study_person_number on study_person (study, lower(school), lower(number)) where number <> '';
create unique index study_person_address on study_person (study, lower(address)) where address <> '';
create index study_person_account on study_person (account);

-- Somebody was asked: by a link, the code of a class or a letter.
create table study_asked (
    study    uuid not null references study,
    account  uuid not null references account,
    how      text not null check (how in ('LINK', 'CLASS', 'LIST')),
    school   varchar(120) not null default '',
    unit     varchar(120) not null default '',
    facts    jsonb not null default '{}',
    asked_at timestamptz not null,
    primary key (study, account)
);
create index study_asked_account on study_asked (account);

-- What somebody said to it, each time; the last counts. purposes: what was agreed to, of the texts in that version.
create table study_said (
    id           uuid primary key default uuidv7(),
    study        uuid not null references study,
    account      uuid not null references account,
    taking_part  boolean not null,
    purposes     text[] not null,
    plan_version int not null,
    said_at      timestamptz not null
);
create index study_said_account on study_said (account, study, said_at);

-- Under 16 a parent or guardian agrees as well, to the same texts.
create table study_parent (
    id           uuid primary key default uuidv7(),
    study        uuid not null references study,
    account      uuid not null references account,
    address      varchar(254) not null,
    token_hash   bytea not null unique,
    asked_at     timestamptz not null,
    plan_version int not null,
    allowed_at   timestamptz,
    ended_at     timestamptz
);
create index study_parent_account on study_parent (account, study, asked_at);

-- Who takes part. The pseudonym is drawn, for this study only; nothing leads from it to the account but this row.
create table study_enrolment (
    id          uuid primary key default gen_random_uuid(),
    study       uuid not null references study,
    account     uuid not null references account,
    pseudonym   varchar(12) not null,
    school      varchar(120) not null default '',
    unit        varchar(120) not null default '',
    facts       jsonb not null default '{}',
    enrolled_at timestamptz not null,
    -- Of the dry run: erased before the start.
    test        boolean not null,
    unique (study, pseudonym),
    unique (study, account)
);
create index study_enrolment_account on study_enrolment (account);

-- Which consent of the room consent stands for which purpose.
create table study_consent (
    enrolment uuid not null references study_enrolment on delete cascade,
    purpose   varchar(80) not null,
    consent   uuid not null,
    primary key (enrolment, purpose)
);

-- The arm, from the moment that it was revealed; school and unit as they were then.
create table study_assignment (
    enrolment   uuid primary key references study_enrolment on delete cascade,
    arm         varchar(60) not null,
    school      varchar(120) not null,
    unit        varchar(120) not null,
    revealed_at timestamptz not null
);

create table study_wave_begun (
    enrolment uuid not null references study_enrolment on delete cascade,
    wave      varchar(60) not null,
    mode      text not null check (mode in ('ONLINE', 'LESSON', 'PHONE')),
    begun_at  timestamptz not null,
    primary key (enrolment, wave)
);

-- answered_at: when the last answer was given, which may be before it arrived.
create table study_wave_answered (
    enrolment   uuid not null references study_enrolment on delete cascade,
    wave        varchar(60) not null,
    mode        text not null check (mode in ('ONLINE', 'LESSON', 'PHONE')),
    answered_at timestamptz not null,
    primary key (enrolment, wave)
);

-- Somebody whose passport was to wait opened it all the same.
create table study_opened_anyway (
    enrolment uuid primary key references study_enrolment on delete cascade,
    opened_at timestamptz not null
);

-- Stopped, what was answered stays.
create table study_withdrawal (
    enrolment  uuid primary key references study_enrolment on delete cascade,
    stopped_at timestamptz not null
);

-- Stopped and had everything deleted, or erased the account: counted as enrolled, and nothing else is known.
create table study_gone (
    id     uuid primary key default gen_random_uuid(),
    study  uuid not null references study,
    arm    varchar(60),
    school varchar(120) not null,
    unit   varchar(120) not null,
    test   boolean not null
);
create index study_gone_study on study_gone (study);

-- When a class was at it in a lesson: use within is use in the lesson.
create table study_lesson (
    id        uuid primary key default uuidv7(),
    study     uuid not null references study,
    school    varchar(120) not null default '',
    unit      varchar(120) not null default '',
    begins_at timestamptz not null,
    ends_at   timestamptz not null,
    check (begins_at < ends_at)
);
create index study_lesson_study on study_lesson (study);
