-- The two-minute start: what was chosen, tapped and found. One per account; a new start replaces it.
create table start (
    account    uuid primary key references account,
    chosen     text not null,
    crebo      text,
    occupation uuid references occupation,
    begun_at   timestamptz not null
);

create table start_task (
    account   uuid not null references account,
    task      text not null,
    position  int not null,
    tapped_at timestamptz not null,
    primary key (account, task)
);

-- The skills that the person had not named, as they were shown, and what the person said of them.
create table start_found (
    account    uuid not null references account,
    position   int not null,
    skill      uuid not null references skill,
    phrase_nl  text not null,
    phrase_en  text not null,
    because_nl text not null,
    because_en text not null,
    confirmed  boolean,
    said_at    timestamptz,
    primary key (account, position)
);
