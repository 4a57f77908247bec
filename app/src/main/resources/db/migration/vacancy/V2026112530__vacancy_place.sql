create extension if not exists pg_trgm;

-- Postcode areas, towns and municipalities (GeoNames). Filled at the first start.
create table place (
    id           text primary key,
    kind         text not null check (kind in ('POSTCODE', 'TOWN', 'MUNICIPALITY')),
    country      char(2) not null,
    postcode     text,
    name         text not null,
    municipality text not null,
    province     text not null,
    lat          double precision not null,
    lon          double precision not null,
    -- how many postcodes: the larger town first
    weight       int not null
);
create index place_postcode on place (postcode text_pattern_ops);

-- Every way to write a place, folded: lower case, no diacritics, no punctuation.
create table place_name (
    place  text not null references place on delete cascade,
    folded text not null,
    primary key (place, folded)
);
create index place_name_folded on place_name using gin (folded gin_trgm_ops);

-- Which file was loaded, so that a start with the same file does nothing.
create table place_load (
    fingerprint text primary key,
    loaded_at   timestamptz not null,
    places      int not null
);
