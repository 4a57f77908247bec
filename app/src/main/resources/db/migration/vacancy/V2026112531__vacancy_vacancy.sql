-- Each import of vacancies: who may ask when a vacancy changed.
create table vacancy_import (
    id         bigint generated always as identity primary key,
    file       text not null,
    started_at timestamptz not null,
    added      int not null,
    changed    int not null,
    unchanged  int not null,
    rejected   int not null
);

-- Jobs on offer, and those that were: nothing is deleted when it expires.
create table vacancy (
    id               uuid primary key,
    -- source and identifier, or address, or title with employer and place
    key              text not null unique,
    -- hash of all that was read, so that the same again changes nothing
    fingerprint      text not null,
    source           text not null,
    url              text,
    title            text not null,
    employer         text,
    place            text not null,
    lat              double precision,
    lon              double precision,
    pay_min          numeric,
    pay_max          numeric,
    pay_currency     text,
    pay_per          text check (pay_per in ('HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR')),
    hours_min        double precision,
    hours_max        double precision,
    contract         text[] not null,
    posted           date,
    open_until       date,
    open_until_given boolean not null,
    html             text not null,
    cut_off          boolean not null,
    language         text not null,
    demo             boolean not null,
    occupation       uuid,
    occupation_label text,
    occupation_guessed boolean,
    added_at         timestamptz not null,
    changed_at       timestamptz not null,
    check (posted is not null or open_until is null),
    check ((lat is null) = (lon is null)),
    check ((pay_min is null) = (pay_max is null))
);
create index vacancy_open on vacancy (open_until, posted);
create index vacancy_occupation on vacancy (occupation, open_until);

create table vacancy_requirement (
    vacancy  uuid not null references vacancy on delete cascade,
    position int not null,
    skill    uuid not null,
    must     boolean not null,
    origin   text not null check (origin in ('STATED', 'EXTRACTED', 'OCCUPATION')),
    primary key (vacancy, skill)
);
create index vacancy_requirement_skill on vacancy_requirement (skill);
