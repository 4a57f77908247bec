-- An account may also be kept because the person takes part in a study, which lasts longer than a day.
alter table account_kept drop constraint account_kept_way_check;
alter table account_kept add constraint account_kept_way_check
    check (way in ('class-code', 'mail', 'passkey', 'admin', 'demo', 'study'));
alter table keep_wish drop constraint keep_wish_way_check;
alter table keep_wish add constraint keep_wish_way_check
    check (way in ('class-code', 'mail', 'passkey', 'admin', 'demo', 'study'));
