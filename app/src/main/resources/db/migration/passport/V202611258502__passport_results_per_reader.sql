-- A result that a consent opens was hidden from its reader, or shown again. The last row counts; no
-- row: shown, as the consent says.
create table share_result (
    id       bigint generated always as identity primary key,
    consent  uuid not null references consent deferrable initially deferred,
    account  uuid not null references account,
    result   uuid not null references result deferrable initially deferred,
    released boolean not null,
    said_at  timestamptz not null
);
create index share_result_consent on share_result (consent, result, id);
create index share_result_account on share_result (account);

-- What the person wrote above a result for that reader. The last row counts; empty: taken away.
create table share_result_note (
    id      bigint generated always as identity primary key,
    consent uuid not null references consent deferrable initially deferred,
    account uuid not null references account,
    result  uuid not null references result deferrable initially deferred,
    note    text not null check (length(note) <= 500),
    said_at timestamptz not null
);
create index share_result_note_consent on share_result_note (consent, result, id);
create index share_result_note_account on share_result_note (account);

-- Until it is opened, by the id of the result.
alter table share_draft add column notes jsonb not null default '{}';
