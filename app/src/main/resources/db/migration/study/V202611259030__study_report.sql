-- Reports as they were made. The same data, plan, seed and version give the same report, so it is
-- made once. page, told: what stands within the frame of the researcher's and the participants' page.
create table study_report (
    study     uuid not null references study,
    data_hash text not null,
    plan_hash text not null,
    seed      bigint not null,
    version   text not null,
    made_at   timestamptz not null,
    findings  text not null,
    page_nl   text not null,
    page_en   text not null,
    told_nl   text not null,
    told_en   text not null,
    pdf_nl    bytea,
    pdf_en    bytea,
    primary key (study, data_hash, plan_hash, seed, version)
);

-- A study that was held elsewhere and came as files. Its people have no account here. by_lot: only
-- where the lot was drawn by this program, as in the demonstration.
create table study_file (
    study        uuid primary key references study,
    participants text not null,
    responses    text not null,
    by_lot       boolean not null,
    loaded_at    timestamptz not null,
    loaded_by    uuid references account
);
create index study_file_loader on study_file (loaded_by);

-- From when on participants may read what came out, and until when; each is a row.
create table study_release (
    id       uuid primary key default uuidv7(),
    study    uuid not null references study,
    open     boolean not null,
    said_at  timestamptz not null,
    said_by  uuid references account
);
create index study_release_study on study_release (study, said_at);
create index study_release_sayer on study_release (said_by);
