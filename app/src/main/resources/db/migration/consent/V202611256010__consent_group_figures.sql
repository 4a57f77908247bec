-- To count in figures about a group in which nobody can be seen: nobody reads anything.
alter table consent drop constraint consent_purpose_check;
alter table consent add constraint consent_purpose_check
    check (purpose in ('APPLYING', 'COACHING', 'OTHER', 'GROUP_FIGURES'));
create index consent_group_figures on consent using gin (fields) where purpose = 'GROUP_FIGURES';
