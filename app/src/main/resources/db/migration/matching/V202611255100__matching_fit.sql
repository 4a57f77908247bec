-- What a specialist answered to somebody who said that a match is not right; the last answer is
-- shown. answered_by: the account as a bare number, so that the answer outlives it.
create table contested_match_answer (
    id          uuid primary key default uuidv7(),
    contest     uuid not null references contested_match,
    answer      text not null check (length(answer) between 1 and 2000),
    answered_by uuid not null,
    answered_at timestamptz not null
);
create index contested_match_answer_contest on contested_match_answer (contest);
create index contested_match_subject on contested_match (subject);

-- What a person wishes of a job; the last row counts. All empty: no wish any more.
create table work_wish (
    id        uuid primary key default uuidv7(),
    account   uuid not null references account,
    hours_min int check (hours_min between 1 and 60),
    hours_max int check (hours_max between 1 and 60),
    pay_month int check (pay_month between 1 and 20000),
    said_at   timestamptz not null,
    check (hours_min <= hours_max)
);
create index work_wish_account on work_wish (account);
