-- What persons say about their skills. Rows are only added; what stands now is computed (Said.current).
create table skill_claim (
    id         uuid primary key default uuidv7(),
    account    uuid not null references account,
    skill      uuid not null,
    level      smallint check (level between 0 and 4),
    stance     text not null check (stance in ('said', 'denied', 'withdrawn')),
    source     text not null check (source in ('task', 'discovered', 'entry', 'statement')),
    source_ref text not null,
    because_nl text,
    because_en text,
    -- The sender's own id: the same again adds nothing.
    client_id  uuid,
    said_at    timestamptz not null,
    unique (account, client_id)
);
create index skill_claim_account on skill_claim (account, skill);

-- First name and own sentence.
create table profile (
    account    uuid primary key references account,
    name       text not null default '',
    sentence   text not null default '',
    changed_at timestamptz not null
);

-- Work, diplomas, hobbies and volunteer work. Dates are as exact as the person knows them: 2021,
-- 2021-03 or 2021-03-14; starts without ends is still going on.
create table profile_entry (
    id           uuid primary key default uuidv7(),
    account      uuid not null references account,
    kind         text not null check (kind in ('experience', 'education', 'hobby', 'volunteer')),
    title        text not null,
    organization text not null default '',
    starts       text check (starts ~ '^\d{4}(-\d\d(-\d\d)?)?$'),
    ends         text check (ends ~ '^\d{4}(-\d\d(-\d\d)?)?$'),
    words        text not null default '',
    -- Education only: level of EQF and NLQF, qualification of the Dutch register, field in own words.
    eqf          smallint check (eqf between 1 and 8),
    crebo        text,
    field        text not null default '',
    added_at     timestamptz not null,
    changed_at   timestamptz not null,
    -- Taken away: kept for a day so that it can be put back.
    removed_at   timestamptz
);
create index profile_entry_account on profile_entry (account);
