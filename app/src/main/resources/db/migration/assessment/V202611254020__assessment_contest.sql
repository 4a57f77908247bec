-- 'This does not sound like me', of one scale of a result; the last row of a scale counts.
create table result_contest (
    id        uuid primary key default uuidv7(),
    result    uuid not null references result,
    account   uuid not null references account,
    scale     text not null,
    contested boolean not null,
    note      text not null default '' check (length(note) <= 1000),
    said_at   timestamptz not null
);
create index result_contest_result on result_contest (result, scale);
create index result_contest_account on result_contest (account, said_at);
