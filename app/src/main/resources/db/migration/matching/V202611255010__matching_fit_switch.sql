-- A person says whether personality or drives count in her own explorer; the last row counts. No
-- row: they count once there is a result. Nobody else reads this.
create table fit_switch (
    id        uuid primary key default uuidv7(),
    account   uuid not null references account,
    component text not null check (component in ('traits', 'drives')),
    counts    boolean not null,
    said_at   timestamptz not null
);
create index fit_switch_account on fit_switch (account);
