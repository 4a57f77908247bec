-- Around which place a person looks for work. No row: anywhere.
create table search_area (
    account uuid primary key references account,
    place   text not null,
    km      int not null default 30 check (km between 1 and 300),
    set_at  timestamptz not null
);

-- A person says that a match or result is not right; people read these.
create table contested_match (
    id         uuid primary key default uuidv7(),
    account    uuid not null references account,
    subject    text not null,
    reason     text not null,
    said_at    timestamptz not null
);
create index contested_match_account on contested_match (account);
