-- Letters that were not sent because no mail server is set: shown to a browser on this machine only.
create table outbox (
    id         uuid primary key default uuidv7(),
    written_at timestamptz not null,
    recipient  varchar(254) not null,
    language   varchar(2) not null,
    subject    text not null,
    body       text not null
);
create index outbox_recipient on outbox (recipient);
