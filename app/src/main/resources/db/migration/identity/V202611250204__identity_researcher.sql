-- A researcher belongs to an organisation, as a teacher does.
alter table account_role drop constraint account_role_role_check;
alter table account_role drop constraint account_role_check;
alter table account_role add constraint account_role_role_check check (role in ('TEACHER', 'RESEARCHER', 'ADMIN'));
alter table account_role add constraint account_role_check check ((role = 'ADMIN') = (organization is null));
alter table mail_link drop constraint mail_link_purpose_check;
alter table mail_link add constraint mail_link_purpose_check
    check (purpose in ('KEEP', 'SIGN_IN', 'PARENT', 'PARENT_WITHDRAW', 'TEACHER', 'RESEARCHER'));
