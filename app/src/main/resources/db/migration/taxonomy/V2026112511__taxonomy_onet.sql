-- O*NET: facts about occupations of the United States, and which ESCO occupation each is like.
create table onet_occupation (
    soc         text primary key,
    title       text not null,
    description text,
    gone_at     timestamptz
);

create table onet_job_zone (
    soc     text primary key,
    zone    int not null check (zone between 1 and 5),
    gone_at timestamptz
);

-- Importance (IM, 1 to 5), level (LV, 0 to 7), interests (OI, IH), work values (EX, VH) and work
-- styles (IM): what one row of such a table says. Interests and values never select people.
create table onet_rating (
    kind    text not null check (kind in ('skill', 'interest', 'value', 'style')),
    soc     text not null,
    element text not null,
    scale   text not null,
    name    text not null,
    rating  numeric(6, 3) not null,
    gone_at timestamptz,
    primary key (kind, soc, element, scale)
);

create table onet_education (
    soc      text not null,
    element  text not null,
    scale    text not null,
    category int not null,
    percent  numeric(6, 3) not null,
    gone_at  timestamptz,
    primary key (soc, element, scale, category)
);

create table onet_related (
    soc     text not null,
    related text not null,
    tier    text not null,
    place   int not null, -- 1 is the closest
    gone_at timestamptz,
    primary key (soc, related)
);

create table onet_title (
    soc     text not null,
    title   text not null,
    gone_at timestamptz,
    primary key (soc, title)
);

create table onet_technology (
    soc     text not null,
    example text not null,
    product text not null,
    hot     boolean not null,
    gone_at timestamptz,
    primary key (soc, example, product)
);

-- The official crosswalk: match is exactMatch, closeMatch, broadMatch or narrowMatch, seen from O*NET.
create table onet_crosswalk (
    soc        text not null,
    occupation uuid not null,
    match      text not null,
    gone_at    timestamptz,
    primary key (soc, occupation)
);
create index onet_crosswalk_occupation on onet_crosswalk (occupation);
