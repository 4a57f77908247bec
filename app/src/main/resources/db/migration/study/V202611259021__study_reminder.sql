-- That somebody was reminded of an open wave: the row is the lock, so that of two instances one writes the letter.
-- day: how many days after the wave opened this one is for.
create table study_reminder (
    enrolment  uuid not null references study_enrolment on delete cascade,
    wave       varchar(60) not null,
    day        int not null,
    written_at timestamptz not null,
    primary key (enrolment, wave, day)
);
