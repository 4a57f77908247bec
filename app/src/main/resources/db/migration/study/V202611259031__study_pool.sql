-- What other installations told of the same plan: signed summaries of classes, nothing about persons.
create table study_pool_file (
    id       uuid primary key default uuidv7(),
    study    uuid not null references study,
    file     text not null,
    added_at timestamptz not null,
    added_by uuid references account,
    removed_at timestamptz,
    removed_by uuid references account
);
create index study_pool_file_study on study_pool_file (study, added_at);
create index study_pool_file_adder on study_pool_file (added_by);
create index study_pool_file_remover on study_pool_file (removed_by);

-- The pair of keys that this installation signs its summaries with; made when first needed.
create table study_pool_key (
    one         boolean primary key default true check (one),
    public_key  text not null,
    private_key text not null,
    made_at     timestamptz not null
);
