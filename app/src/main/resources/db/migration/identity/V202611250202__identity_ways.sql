-- The only thing kept of a date of birth. A row each time it was asked; the latest counts.
create table age_answer (
    account   uuid not null references account,
    asked_at  timestamptz not null,
    age_group text not null check (age_group in ('UNDER_16', 'FROM_16_TO_17', 'ADULT')),
    primary key (account, asked_at)
);

-- A way to keep the account was shown to work; it takes effect once age (and a parent) allow it.
create table keep_wish (
    account  uuid primary key references account,
    way      text not null check (way in ('class-code', 'mail', 'passkey', 'admin', 'demo')),
    shown_at timestamptz not null,
    onward   text not null default '/next'
);

-- A parent or guardian allowed a child under 16 to keep the account; ended when withdrawn.
create table parent_consent (
    id           uuid primary key default uuidv7(),
    account      uuid not null references account,
    address      varchar(254) not null,
    given_at     timestamptz not null,
    text_version text not null,
    ended_at     timestamptz
);
create index parent_consent_account on parent_consent (account);

-- Confirmed addresses: each one signs in. An address belongs to one account.
create table mail_address (
    address      varchar(254) primary key check (address = lower(address)),
    account      uuid not null references account,
    confirmed_at timestamptz not null
);
create index mail_address_account on mail_address (account);

-- One-time links. Only a hash of the token is kept.
create table mail_link (
    id           uuid primary key default uuidv7(),
    token_hash   bytea not null unique,
    purpose      text not null check (purpose in ('KEEP', 'SIGN_IN', 'PARENT', 'PARENT_WITHDRAW', 'TEACHER')),
    account      uuid references account,
    organization uuid,
    address      varchar(254) not null,
    asked_by     uuid references account,
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz
);
create index mail_link_account on mail_link (account);
create index mail_link_expiry on mail_link (expires_at);

-- The code to write down: one per account, only its hash, replaced when used.
create table recovery_code (
    account uuid primary key references account,
    hash    bytea not null unique,
    made_at timestamptz not null
);

-- Passkeys, as Spring Security's own repositories want them. name is the account's id.
create table user_entities (
    id           varchar(1000) primary key,
    name         varchar(100) not null unique,
    display_name varchar(200)
);
create table user_credentials (
    credential_id                varchar(1000) primary key,
    user_entity_user_id          varchar(1000) not null references user_entities,
    public_key                   bytea not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean not null,
    authenticator_transports     varchar(1000),
    public_key_credential_type   varchar(100),
    backup_state                 boolean not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamp,
    last_used                    timestamp,
    label                        varchar(1000) not null
);
create index user_credentials_user on user_credentials (user_entity_user_id);

-- Guesses and requests counted per client (bucket4j); keys are hashes, rows expire.
create table rate_bucket (
    id         varchar(100) primary key,
    state      bytea,
    expires_at bigint
);
create index rate_bucket_expiry on rate_bucket (expires_at);
