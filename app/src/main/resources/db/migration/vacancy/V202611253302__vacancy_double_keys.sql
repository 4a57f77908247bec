-- Where doubles are looked for: hashes of title with place, employer with place, title with
-- employer, and address. Two vacancies that share none are never compared.
drop index vacancy_title_key;
drop index vacancy_employer_key;
alter table vacancy
    drop column title_key,
    drop column employer_key,
    add column double_keys bigint[] not null default '{}';
create index vacancy_double_keys on vacancy using gin (double_keys);
