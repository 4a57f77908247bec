-- A teacher keeps "what if this occupation were gone" for a class, until it is taken away again.
create table gone_closing (
    id          uuid primary key default uuidv7(),
    group_id    uuid not null references organization_group,
    occupation  uuid not null,
    -- as in an address, such as "noord-holland" or "all"
    region      text not null,
    closed_at   timestamptz not null,
    closed_by   uuid references account,
    reopened_at timestamptz,
    reopened_by uuid references account
);
create unique index gone_closing_once on gone_closing (group_id, occupation) where reopened_at is null;
create index gone_closing_by on gone_closing (closed_by);
create index gone_closing_reopened_by on gone_closing (reopened_by);

-- The figure about a class that is shown today. It holds no person; counted is a digest of who
-- counted, so that the figure is made anew when that changes.
create table gone_figure (
    group_id   uuid not null references organization_group,
    occupation uuid not null,
    region     text not null,
    day        date not null,
    counted    text not null,
    people     int not null check (people >= 10),
    skills     uuid[] not null,
    -- rounded, see GroupDoors
    doors      int[] not null,
    primary key (group_id, occupation, region),
    check (cardinality(skills) = cardinality(doors))
);
