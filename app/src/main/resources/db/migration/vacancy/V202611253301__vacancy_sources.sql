-- What a vacancy asks of school and languages, and whether it is still offered.
alter table vacancy
    -- lowest level of education that the text asks; null when it names none
    add column education  text,
    -- ISO 639-1; those that are only welcome start with a plus
    add column languages  text[] not null default '{}',
    -- the row that is shown in place of this one: the same job from another source
    add column same_as    uuid references vacancy on delete set null,
    -- first day on which its source no longer named it
    add column ended_on   date,
    -- an administrator took it down as a fake
    add column taken_down boolean not null default false,
    -- job title with place, and employer with place, hashed: where doubles are looked for
    add column title_key    bigint,
    add column employer_key bigint;
create index vacancy_same_as on vacancy (same_as) where same_as is not null;
create index vacancy_title_key on vacancy (title_key);
create index vacancy_employer_key on vacancy (employer_key);

-- Where vacancies come from by schedule.
create table feed (
    id          uuid primary key,
    name        text not null unique,
    kind        text not null check (kind in ('FILE', 'FOLDER', 'URL', 'SITEMAP')),
    -- a web address, or a path inside the folder of feeds
    place       text not null,
    -- of a sitemap: only addresses that hold this text
    only_with   text not null,
    every_hours int not null check (every_hours between 1 and 720),
    stopped     boolean not null,
    next_at     timestamptz not null,
    -- until then the instance that runs it holds it
    busy_until  timestamptz,
    busy_run    bigint
);

-- Who added, stopped or started a feed, or asked for a run, and when.
create table feed_change (
    id      bigint generated always as identity primary key,
    feed    uuid not null references feed,
    what    text not null check (what in ('ADDED', 'STOPPED', 'STARTED', 'ASKED')),
    said_by uuid references account,
    said_at timestamptz not null
);

create table feed_run (
    id         bigint generated always as identity primary key,
    feed       uuid not null references feed,
    started_at timestamptz not null,
    ended_at   timestamptz,
    named      int not null default 0,
    added      int not null default 0,
    changed    int not null default 0,
    unchanged  int not null default 0,
    rejected   int not null default 0,
    closed     int not null default 0,
    reopened   int not null default 0,
    doubles    int not null default 0,
    -- named far fewer than before: nothing was closed, the next run decides
    held       boolean not null default false,
    -- why nothing was taken over: a kind of failure with what it concerns; null when it went well
    failed     text,
    detail     text not null default ''
);
create index feed_run_feed on feed_run (feed, id desc);

-- Rows and pages of a run that could not be used: the first fifty.
create table feed_trouble (
    run      bigint not null references feed_run,
    position int not null,
    place    text not null,
    line     bigint not null,
    reason   text not null,
    row_text text not null,
    primary key (run, position)
);

-- Which vacancies a feed named, and in which run last.
create table feed_vacancy (
    feed     uuid not null references feed,
    vacancy  uuid not null references vacancy on delete cascade,
    -- the page of a sitemap that it stood on
    page     text not null,
    last_run bigint not null,
    primary key (feed, vacancy)
);
create index feed_vacancy_vacancy on feed_vacancy (vacancy);

-- A vacancy ended because its source no longer named it, or came back.
create table vacancy_closing (
    id      bigint generated always as identity primary key,
    vacancy uuid not null references vacancy on delete cascade,
    run     bigint not null references feed_run,
    closed  boolean not null,
    at      timestamptz not null
);
create index vacancy_closing_vacancy on vacancy_closing (vacancy);

-- A person says that a vacancy is fake.
create table vacancy_report (
    id      uuid primary key,
    vacancy uuid not null references vacancy on delete cascade,
    account uuid not null references account,
    why     text not null check (why in ('MONEY', 'DATA', 'NOTREAL', 'OTHER')),
    words   text not null,
    said_at timestamptz not null
);
create index vacancy_report_vacancy on vacancy_report (vacancy, said_at);
create index vacancy_report_account on vacancy_report (account);

-- What an administrator found: the answer to all reports before it. The last one holds.
create table vacancy_verdict (
    id      bigint generated always as identity primary key,
    vacancy uuid not null references vacancy on delete cascade,
    fake    boolean not null,
    words   text not null,
    said_by uuid references account,
    said_at timestamptz not null
);
create index vacancy_verdict_vacancy on vacancy_verdict (vacancy, id desc);
