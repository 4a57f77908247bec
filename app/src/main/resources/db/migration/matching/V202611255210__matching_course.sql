-- Courses on offer, as imported. One that a later file leaves out stays, with the day it was read.
create table course (
    id       uuid primary key default uuidv7(),
    key      text not null unique,
    name     text not null,
    provider text not null,
    price    numeric check (price >= 0),
    currency text,
    hours    int check (hours > 0),
    length   text,
    place    text not null,
    starts   date,
    url      text,
    source   text not null,
    read_at  timestamptz not null,
    check ((price is null) = (currency is null))
);

create table course_skill (
    course uuid not null references course on delete cascade,
    skill  uuid not null,
    primary key (course, skill)
);
create index course_skill_skill on course_skill (skill);
