alter table usage_event drop constraint usage_event_part_check;
alter table usage_event add check (part in ('START', 'PROFILE', 'SKILLS', 'QUESTIONNAIRES', 'EXPLORE', 'SHARE'));
