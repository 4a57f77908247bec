create table organization (
    id      uuid primary key default uuidv7(),
    name    varchar(120) not null,
    made_at timestamptz not null,
    made_by uuid references account,
    demo    boolean not null default false
);

-- A class or team: "group" is a word of SQL.
create table organization_group (
    id           uuid primary key default uuidv7(),
    organization uuid not null references organization,
    name         varchar(60) not null,
    made_at      timestamptz not null,
    made_by      uuid references account,
    demo         boolean not null default false
);
create index organization_group_maker on organization_group (made_by);

-- What an account may do beside being a holder. Ended, never deleted, except with the account.
create table account_role (
    id           uuid primary key default uuidv7(),
    account      uuid not null references account,
    role         text not null check (role in ('TEACHER', 'ADMIN')),
    organization uuid references organization,
    given_at     timestamptz not null,
    given_by     uuid references account,
    ended_at     timestamptz,
    ended_by     uuid references account,
    check ((role = 'TEACHER') = (organization is not null))
);
create unique index account_role_once on account_role (account, role, organization) nulls not distinct where ended_at is null;

create table invitation (
    id           uuid primary key default uuidv7(),
    group_id     uuid not null references organization_group,
    code         varchar(8) not null unique,
    valid_from   timestamptz not null,
    valid_until  timestamptz not null,
    max_uses     int not null check (max_uses between 1 and 1000),
    made_at      timestamptz not null,
    made_by      uuid references account,
    taken_back_at timestamptz,
    taken_back_by uuid references account,
    check (valid_from < valid_until)
);
create index invitation_group on invitation (group_id);

create table membership (
    account    uuid not null references account,
    group_id   uuid not null references organization_group,
    joined_at  timestamptz not null,
    invitation uuid references invitation,
    primary key (account, group_id)
);
create index membership_group on membership (group_id);
create index membership_invitation on membership (invitation);

alter table mail_link add foreign key (organization) references organization;

-- Invented persons that anyone may be in the demo.
create table demo_person (
    name     varchar(60) primary key,
    account  uuid not null unique references account,
    about_nl text not null,
    about_en text not null,
    position int not null
);
