-- What a person is about to open up, until it is opened: nothing of it can be seen by others.
create table share_draft (
    -- Becomes the id of the consent.
    id            uuid primary key,
    account       uuid not null references account,
    recipient     text not null,
    purpose       text not null check (purpose in ('APPLYING', 'COACHING', 'OTHER')),
    purpose_words text not null default '',
    fields        text[] not null,
    valid_until   date not null,
    changed_at    timestamptz not null
);
create index share_draft_account on share_draft (account);

-- The secret link of a consent. Readers are found by the hash, which stays so that a closed page can
-- say that it is closed; the token is kept for the holder to see again and goes when it is withdrawn.
create table share_link (
    consent    uuid primary key references consent deferrable initially deferred,
    account    uuid not null references account,
    token_hash bytea not null unique,
    token      text,
    made_at    timestamptz not null
);
create index share_link_account on share_link (account);
