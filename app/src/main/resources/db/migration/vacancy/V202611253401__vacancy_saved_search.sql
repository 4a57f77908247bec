-- What a person keeps looking for.
create table saved_search (
    id       uuid primary key,
    account  uuid not null references account,
    -- as in the address of the search page, always written the same way
    query    text not null,
    words_nl text not null,
    words_en text not null,
    saved_at timestamptz not null,
    -- the person took it off the list
    ended_at timestamptz
);
create unique index saved_search_once on saved_search (account, query) where ended_at is null;
create index saved_search_account on saved_search (account);

-- The person saw the results: what came before that is no news.
create table saved_search_look (
    search  uuid not null references saved_search,
    at      timestamptz not null
);
create index saved_search_look_search on saved_search_look (search, at desc);

-- Mail with news, wanted or not: the last row holds, none means no.
create table news_mail_wish (
    id       bigint generated always as identity primary key,
    account  uuid not null references account,
    wanted   boolean not null,
    language text not null check (language in ('nl', 'en')),
    -- on the page, or by the link in a letter
    way      text not null check (way in ('PAGE', 'LINK')),
    said_at  timestamptz not null
);
create index news_mail_wish_account on news_mail_wish (account, id desc);

-- One letter a person a day, whichever instance writes it.
create table news_letter (
    id         uuid primary key,
    account    uuid not null references account,
    day        date not null,
    -- hash of the secret in the link that stops the mail
    stop_hash  bytea not null unique,
    written_at timestamptz not null,
    unique (account, day)
);

-- A vacancy that was told to a person: once, by whichever search and way.
create table search_news (
    account uuid not null references account,
    -- without a foreign key: what went and comes back is no news
    vacancy uuid not null,
    search  uuid not null references saved_search,
    -- on the page of the search, on the page of next steps, or in a letter
    way     text not null check (way in ('LIST', 'NEXT', 'MAIL')),
    letter  uuid references news_letter,
    told_at timestamptz not null,
    primary key (account, vacancy)
);
create index search_news_search on search_news (search, told_at);
create index search_news_letter on search_news (letter) where letter is not null;

-- What came since a moment.
create index vacancy_added on vacancy (added_at);
