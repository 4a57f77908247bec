-- The words of a vacancy that say a skill; only where it was found in the text.
alter table vacancy_requirement add said text check (length(said) <= 200);
