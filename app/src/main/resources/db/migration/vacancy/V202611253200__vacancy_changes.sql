-- In which transaction a row changed: a search index reads on from the first one that it may have
-- missed. A number from a sequence would not do: what commits later can have the lower number.
alter table vacancy add column changed_in xid8 not null default pg_current_xact_id();
create index vacancy_changed_in on vacancy (changed_in);

-- Vacancies that were taken away, for the same reader.
create table vacancy_gone (
    id         uuid not null,
    changed_in xid8 not null default pg_current_xact_id()
);
create index vacancy_gone_changed_in on vacancy_gone (changed_in);

create function vacancy_changes() returns trigger language plpgsql as $$
begin
    new.changed_in := pg_current_xact_id();
    return new;
end $$;
create trigger vacancy_changes before update on vacancy
    for each row execute function vacancy_changes();

create function vacancy_goes() returns trigger language plpgsql as $$
begin
    insert into vacancy_gone (id) select id from gone;
    return null;
end $$;
create trigger vacancy_goes after delete on vacancy
    referencing old table as gone for each statement execute function vacancy_goes();
