-- A person opened the page of a result of her own: only then she can show it to others.
create table result_sight (
    result  uuid primary key references result,
    account uuid not null references account,
    seen_at timestamptz not null
);
create index result_sight_account on result_sight (account);
