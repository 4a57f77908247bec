-- What a person did with vacancies; nobody else sees it. A vacancy is named without a foreign key:
-- what the person did stays when the vacancy goes, and one that comes back is still the one seen.

-- The person opened its page.
create table vacancy_seen (
    account uuid not null references account,
    vacancy uuid not null,
    seen_at timestamptz not null,
    primary key (account, vacancy)
);

-- Applied, heard nothing, got it: each is a row, the last one holds. With the vacancy as it was.
create table vacancy_application (
    id       bigint generated always as identity primary key,
    account  uuid not null references account,
    vacancy  uuid not null,
    what     text not null check (what in ('APPLIED', 'NOTHING', 'TALK', 'GOT', 'REJECTED', 'DROPPED')),
    title    text not null,
    employer text,
    place    text not null,
    said_at  timestamptz not null
);
create index vacancy_application_account on vacancy_application (account, id);

-- We asked whether the person heard something: once for each vacancy.
create table vacancy_application_asked (
    account  uuid not null references account,
    vacancy  uuid not null,
    asked_at timestamptz not null,
    primary key (account, vacancy)
);
