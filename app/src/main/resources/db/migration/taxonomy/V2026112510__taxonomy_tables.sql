-- ESCO and what hangs on it. Nothing is ever deleted by an import: a row that a newer version lacks
-- gets gone_at, so that what people said about it keeps its meaning.

create table occupation (
    id        uuid primary key,
    uri       text not null unique,
    isco      text not null,
    code      text not null,
    regulated boolean not null,
    gone_at   timestamptz
);

-- One row of occupations_<language>.csv.
create table occupation_text (
    occupation  uuid not null references occupation,
    language    text not null check (language in ('nl', 'en', 'de')),
    name        text not null,
    alternative text[] not null,
    hidden      text[] not null,
    description text,
    gone_at     timestamptz,
    primary key (occupation, language)
);

-- knowledge: from type where ESCO gives one, else from the branch that the skill hangs under.
create table skill (
    id        uuid primary key,
    uri       text not null unique,
    type      text,
    reuse     text,
    knowledge boolean not null default false,
    gone_at   timestamptz
);

-- One row of skills_<language>.csv.
create table skill_text (
    skill       uuid not null references skill,
    language    text not null check (language in ('nl', 'en', 'de')),
    name        text not null,
    alternative text[] not null,
    hidden      text[] not null,
    description text,
    gone_at     timestamptz,
    primary key (skill, language)
);

-- One row of occupationSkillRelations. A few pairs are both essential and optional in ESCO; the
-- optional one is then marked, and left out of the view occupation_skill.
create table occupation_skill_relation (
    occupation uuid not null references occupation,
    skill      uuid not null references skill,
    essential  boolean not null,
    doubled    boolean not null default false,
    gone_at    timestamptz,
    primary key (occupation, skill, essential)
);
create index occupation_skill_relation_skill on occupation_skill_relation (skill, occupation);

-- What holds now, each pair once.
create view occupation_skill as
select occupation, skill, essential from occupation_skill_relation where gone_at is null and not doubled;

-- One row of skillSkillRelations.
create table skill_relation (
    skill     uuid not null,
    related   uuid not null,
    essential boolean not null,
    gone_at   timestamptz,
    primary key (skill, related, essential)
);

-- One row of skillGroups_<language>.csv.
create table skill_group_text (
    skill_group uuid not null,
    language    text not null,
    uri         text not null,
    code        text not null,
    name        text not null,
    description text,
    gone_at     timestamptz,
    primary key (skill_group, language)
);

-- One row of skillsHierarchy: the way from the top to a group.
create table skill_hierarchy (
    path        text primary key,
    skill_group uuid not null,
    code        text not null,
    name        text not null,
    gone_at     timestamptz
);

-- One row of broaderRelationsSkillPillar: skill or group under a skill or group.
create table skill_broader (
    skill        uuid not null,
    broader      uuid not null,
    skill_type   text not null,
    broader_type text not null,
    broader_uri  text not null,
    gone_at      timestamptz,
    primary key (skill, broader)
);
create index skill_broader_up on skill_broader (broader);

-- One row of broaderRelationsOccPillar: occupation or ISCO group under an occupation or ISCO group.
create table occupation_broader (
    occupation      uuid not null,
    broader         uuid not null,
    occupation_type text not null,
    broader_type    text not null,
    gone_at         timestamptz,
    primary key (occupation, broader)
);

-- One row of ISCOGroups_<language>.csv.
create table isco_group_text (
    code        text not null,
    language    text not null,
    name        text not null,
    description text,
    gone_at     timestamptz,
    primary key (code, language)
);

-- Titles that ESCO does not have or not as such: our own, female forms, everyday words.
create table occupation_title (
    occupation uuid not null references occupation,
    language   text not null check (language in ('nl', 'en')),
    title      text not null,
    kind       text not null check (kind in ('own', 'gendered', 'colloquial')),
    primary key (occupation, language, title)
);

create view occupation_label as
select occupation, language, name as label, 'preferred' as kind from occupation_text where gone_at is null
union all
select occupation, language, unnest(alternative), 'alternative' from occupation_text where gone_at is null
union all
select occupation, language, unnest(hidden), 'hidden' from occupation_text where gone_at is null
union all
select occupation, language, title, kind from occupation_title;

create view skill_label as
select skill, language, name as label, 'preferred' as kind from skill_text where gone_at is null
union all
select skill, language, unnest(alternative), 'alternative' from skill_text where gone_at is null
union all
select skill, language, unnest(hidden), 'hidden' from skill_text where gone_at is null;

-- Dutch vocational qualifications. A number stays with one version; newer numbers of the same
-- qualification point to the one whose facts hold (same_as).
create table qualification (
    crebo      text primary key,
    name       text not null,
    level      int not null check (level between 1 and 4),
    kind       text not null,
    domain     text not null,
    dossier    text not null,
    valid_from date,
    same_as    text references qualification
);

create table qualification_occupation (
    crebo      text not null references qualification,
    occupation uuid not null references occupation,
    rank       int not null,
    primary key (crebo, occupation)
);

-- Each load of a taxonomy, newest last; the search index follows the highest id.
create table taxonomy_load (
    id        bigint generated always as identity primary key,
    taxonomy  text not null,
    version   text not null,
    shipped   boolean not null,
    loaded_at timestamptz not null,
    report    jsonb not null
);
