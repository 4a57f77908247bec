-- Codes of vouchers, loaded by a researcher and handed out one by one. Kept apart from answers: no enrolment stands here,
-- and the day is all that is known of when.
create table study_voucher (
    id        bigint generated always as identity primary key,
    study     uuid not null references study,
    wave      varchar(60) not null,
    code      varchar(60) not null,
    loaded_at timestamptz not null,
    loaded_by uuid references account,
    issued_on date,
    -- Null once its person is erased: then the code is blanked too, and the row counts as handed out.
    account   uuid references account,
    unique (study, code),
    check (account is null or issued_on is not null)
);
create unique index study_voucher_one on study_voucher (study, wave, account) where account is not null;
create index study_voucher_account on study_voucher (account);
create index study_voucher_free on study_voucher (study, wave, id) where issued_on is null;
create index study_voucher_loader on study_voucher (loaded_by);
