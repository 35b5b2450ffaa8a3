-- Rows are inserted and deleted in one transaction: the relay reads the inserts from the log, the table stays empty.
create table outbox (
    id text primary key,
    topic text not null,
    record_key text not null,
    payload bytea not null,
    type text not null,
    caused_by text,
    traceparent text not null
);

create publication usher_outbox for table outbox with (publish = 'insert');
