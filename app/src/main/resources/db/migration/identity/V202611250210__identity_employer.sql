-- An administrator knows this organisation as an employer: its people may post vacancies.
create table organization_verified (
    id           uuid primary key default uuidv7(),
    organization uuid not null references organization,
    verified_at  timestamptz not null,
    verified_by  uuid references account,
    ended_at     timestamptz,
    ended_by     uuid references account
);
create unique index organization_verified_once on organization_verified (organization) where ended_at is null;

alter table account_role drop constraint account_role_role_check, drop constraint account_role_check;
alter table account_role
    add constraint account_role_role_check check (role in ('TEACHER', 'RESEARCHER', 'EMPLOYER', 'ADMIN')),
    add constraint account_role_check check ((role = 'ADMIN') = (organization is null));
alter table mail_link drop constraint mail_link_purpose_check;
alter table mail_link add constraint mail_link_purpose_check
    check (purpose in ('KEEP', 'SIGN_IN', 'PARENT', 'PARENT_WITHDRAW', 'TEACHER', 'RESEARCHER', 'EMPLOYER'));
