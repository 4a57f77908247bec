-- Which occupation's skills somebody chose to answer, each choice a row; the last one counts.
create table skill_list (
    id       uuid primary key default uuidv7(),
    account  uuid not null references account,
    occupation uuid not null,
    begun_at timestamptz not null
);
create index skill_list_account on skill_list (account, begun_at);

-- One going through the skills of an occupation; again later is another one.
create table assessment_session (
    id         uuid primary key default uuidv7(),
    account    uuid not null references account,
    occupation uuid not null,
    begun_at   timestamptz not null
);
create index assessment_session_account on assessment_session (account, occupation, begun_at);

-- The skills asked, as they were when the session began.
create table assessment_item (
    session  uuid not null references assessment_session,
    position smallint not null,
    skill    uuid not null,
    primary key (session, position),
    unique (session, skill)
);

-- Every answer that arrived, never changed: the last one of a skill counts.
create table response (
    id          uuid primary key default uuidv7(),
    session     uuid not null references assessment_session,
    skill       uuid not null,
    -- Neither a level nor a reason: the answer was taken back.
    level       smallint check (level between 0 and 4),
    skipped     text check (skipped in ('does-not-apply', 'do-not-know')),
    -- Time that the question was in view, in milliseconds; null when not measured.
    focus_ms    integer check (focus_ms > 0),
    answered_at timestamptz not null,
    received_at timestamptz not null,
    -- The sender's own id and number of the answer: sent twice counts once.
    client_id   uuid not null,
    client_seq  bigint not null,
    unique (session, client_id),
    check (level is null or skipped is null)
);
create index response_focus on response (id desc) where focus_ms is not null;
