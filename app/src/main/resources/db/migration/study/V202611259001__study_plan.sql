-- A study and its plan. The name stays; all the rest is in the versions of the plan.
create table study (
    id           uuid primary key default uuidv7(),
    name         varchar(60) not null unique,
    organization uuid not null references organization,
    made_at      timestamptz not null,
    made_by      uuid references account,
    demo         boolean not null default false
);
create index study_organization on study (organization);
create index study_maker on study (made_by);

-- Each save is a row; nothing is overwritten. plan: JSON as PlanFile writes it.
create table study_plan (
    study    uuid not null references study,
    version  int not null,
    plan     text not null,
    saved_at timestamptz not null,
    saved_by uuid references account,
    primary key (study, version)
);
create index study_plan_saver on study_plan (saved_by);

-- Classes that may take part, with what is known beforehand. arm: only where somebody chose it.
create table study_unit (
    study    uuid not null references study,
    school   varchar(120) not null default '',
    name     varchar(60) not null,
    size     int not null check (size >= 0),
    facts    jsonb not null default '{}',
    group_id uuid references organization_group,
    arm      varchar(60),
    primary key (study, school, name)
);
create index study_unit_group on study_unit (group_id);

-- From here on the design, the list and its order cannot change. registered: what was told to whom.
create table study_freeze (
    study        uuid primary key references study,
    plan_version int not null,
    plan_hash    text not null,
    seed         bigint not null,
    seed_given   boolean not null,
    list_hash    text not null,
    frozen_at    timestamptz not null,
    frozen_by    uuid references account,
    foreign key (study, plan_version) references study_plan (study, version)
);
create index study_freeze_freezer on study_freeze (frozen_by);

-- The concealed list: drawn at the freeze, handed out one by one. Of classes school and unit say which.
create table study_slot (
    study    uuid not null references study_freeze,
    stratum  text not null,
    position int not null,
    block    int not null,
    school   varchar(120) not null default '',
    unit     varchar(60) not null default '',
    arm      varchar(60) not null,
    alone    boolean not null default false,
    taken_at timestamptz,
    primary key (study, stratum, position)
);

-- What went otherwise than planned, for the report. who: as the researcher wants to be named.
create table study_deviation (
    id       uuid primary key default uuidv7(),
    study    uuid not null references study,
    said_at  timestamptz not null,
    said_by  uuid references account,
    who      varchar(120) not null,
    what     varchar(1000) not null,
    why      varchar(1000) not null
);
create index study_deviation_study on study_deviation (study, said_at);
create index study_deviation_sayer on study_deviation (said_by);

-- A dry run with test persons, before the freeze; and that everything of it was erased.
create table study_dry_run (
    id       uuid primary key default uuidv7(),
    study    uuid not null references study,
    begun_at timestamptz not null,
    begun_by uuid references account
);
create index study_dry_run_study on study_dry_run (study);
create index study_dry_run_beginner on study_dry_run (begun_by);
create table study_dry_run_erased (
    run       uuid primary key references study_dry_run,
    erased_at timestamptz not null,
    erased_by uuid references account,
    rows      int not null
);
create index study_dry_run_eraser on study_dry_run_erased (erased_by);
