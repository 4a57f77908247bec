-- A vacancy that a verified employer posts itself, as it was typed last. What is offered is a row of
-- the table of vacancies, made through the same doors as one that is imported.
create table employer_vacancy (
    id           uuid primary key,
    organization uuid not null references organization,
    title        text not null,
    words        text not null,
    -- a row of the table of places, which is filled anew when its file changes
    place        text not null,
    open_until   date not null,
    -- where one applies; empty for none
    link         text not null,
    occupation   uuid,
    hours_min    double precision,
    hours_max    double precision,
    pay_min      numeric,
    pay_max      numeric,
    pay_per      text check (pay_per in ('HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR')),
    contract     text[] not null default '{}',
    -- first day on which it was offered
    posted       date,
    check ((hours_min is null) = (hours_max is null)),
    check ((pay_min is null) = (pay_max is null) and (pay_min is null) = (pay_per is null))
);
create index employer_vacancy_organization on employer_vacancy (organization);

-- What it asks; a skill that is not asked has no row.
create table employer_vacancy_skill (
    vacancy  uuid not null references employer_vacancy,
    position int not null,
    skill    uuid not null,
    must     boolean not null,
    primary key (vacancy, skill)
);

-- Who did what, and when. The last one says how it stands; by nobody: its employer was ended.
create table employer_vacancy_act (
    id      bigint generated always as identity primary key,
    vacancy uuid not null references employer_vacancy,
    what    text not null check (what in ('MADE', 'CHANGED', 'POSTED', 'CLOSED')),
    done_by uuid references account,
    at      timestamptz not null
);
create index employer_vacancy_act_vacancy on employer_vacancy_act (vacancy, id desc);
create index employer_vacancy_act_done_by on employer_vacancy_act (done_by);
