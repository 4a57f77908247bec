-- A person lets somebody see something, for a purpose, until a day. Never changed: see consent_withdrawal.
create table consent (
    -- Made by the sender of the form: the same again gives nothing twice.
    id            uuid primary key,
    account       uuid not null references account,
    recipient     text not null check (length(recipient) between 1 and 200),
    purpose       text not null check (purpose in ('APPLYING', 'COACHING', 'OTHER')),
    purpose_words text not null default '',
    fields        text[] not null check (cardinality(fields) > 0),
    legal_ground  text not null check (legal_ground in ('CONSENT', 'CONTRACT', 'LEGAL_DUTY', 'PUBLIC_TASK', 'LEGITIMATE_INTEREST')),
    valid_from    timestamptz not null,
    -- The last day, where the users are.
    valid_until   date not null,
    text_version  text not null,
    given_at      timestamptz not null,
    check (purpose <> 'OTHER' or purpose_words <> '')
);
create index consent_account on consent (account);

-- The person took it back. No row: it stands until its last day.
create table consent_withdrawal (
    consent      uuid primary key references consent,
    account      uuid not null references account,
    withdrawn_at timestamptz not null
);
create index consent_withdrawal_account on consent_withdrawal (account);

-- Every reading by somebody else, and every attempt that was refused.
create table access_log (
    id        uuid primary key default uuidv7(),
    account   uuid not null references account,
    consent   uuid references consent,
    -- As the holder named the reader.
    recipient text not null,
    what      text not null,
    outcome   text not null check (outcome in ('OPENED', 'REFUSED')),
    at        timestamptz not null
);
create index access_log_account on access_log (account, at);
create index access_log_consent on access_log (consent, at);

-- What happened is not rewritten. Only the erasure of an account deletes, and says so first.
create function consent_history_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('skills.erasing', true) = 'yes' then
        return old;
    end if;
    raise exception '% of % is refused: rows are only added', tg_op, tg_table_name;
end $$;
create trigger consent_stands before update or delete on consent
    for each row execute function consent_history_stands();
create trigger consent_withdrawal_stands before update or delete on consent_withdrawal
    for each row execute function consent_history_stands();
create trigger access_log_stands before update or delete on access_log
    for each row execute function consent_history_stands();
create trigger consent_not_emptied before truncate on consent
    for each statement execute function consent_history_stands();
create trigger consent_withdrawal_not_emptied before truncate on consent_withdrawal
    for each statement execute function consent_history_stands();
create trigger access_log_not_emptied before truncate on access_log
    for each statement execute function consent_history_stands();
