-- Which part of the journey was opened, looked at (seconds in view) and completed.
create table usage_event (
    id      uuid primary key default uuidv7(),
    account uuid not null references account,
    part    text not null check (part in ('START', 'PROFILE', 'SKILLS', 'EXPLORE', 'SHARE')),
    kind    text not null check (kind in ('OPENED', 'FOCUS', 'COMPLETED')),
    seconds int check (seconds between 1 and 3600),
    at      timestamptz not null,
    check ((kind = 'FOCUS') = (seconds is not null))
);
create index usage_event_account on usage_event (account, part, at);
create index usage_event_completed on usage_event (part) where kind = 'COMPLETED';
