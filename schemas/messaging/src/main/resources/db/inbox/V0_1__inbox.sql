-- Ids of handled messages: the primary key is what makes a repeat have no effect.
create table inbox (
    consumer_group text not null,
    message_id text not null,
    handled_at timestamptz not null default now(),
    primary key (consumer_group, message_id)
);

-- Rows come in order of time, so a few pages are enough to find what has grown old.
create index inbox_handled_at on inbox using brin (handled_at);
