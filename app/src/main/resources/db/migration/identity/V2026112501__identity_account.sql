-- One person's account: a guest until a way to sign in is added (see sign_in_way).
create table account (
    id         uuid primary key default uuidv7(),
    created_at timestamptz not null default now(),
    demo       boolean not null default false
);

-- The account was kept, when and how. No row: a guest, erased after 24 hours.
create table account_kept (
    account uuid primary key references account,
    kept_at timestamptz not null,
    way     text not null check (way in ('class-code', 'mail', 'passkey', 'admin', 'demo'))
);

-- Sessions (Spring Session JDBC): they survive a restart.
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
