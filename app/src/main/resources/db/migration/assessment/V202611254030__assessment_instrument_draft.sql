-- Instruments read from files that wait for an administrator to publish them; kept for a day.
create table instrument_draft (
    id      uuid primary key default uuidv7(),
    files   jsonb not null,
    made_at timestamptz not null
);
