-- A person hides an occupation, or wants to become it; rows are only added, the last of a kind
-- counts. Nobody else reads this.
create table occupation_choice (
    id         uuid primary key default uuidv7(),
    account    uuid not null references account,
    occupation uuid not null,
    kind       text not null check (kind in ('hidden', 'wish')),
    stands     boolean not null,
    said_at    timestamptz not null
);
create index occupation_choice_account on occupation_choice (account, kind, occupation);
