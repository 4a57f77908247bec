-- To have answers used in a study: under a pseudonym, nobody reads anything as this person's.
alter table consent drop constraint consent_purpose_check;
alter table consent add constraint consent_purpose_check
    check (purpose in ('APPLYING', 'COACHING', 'OTHER', 'GROUP_FIGURES', 'STUDY'));
