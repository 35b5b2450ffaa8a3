create table conversations (
    id         text primary key,
    state      jsonb not null,
    changed_at timestamptz not null
);

create table conversation_lines (
    conversation_id text not null references conversations (id),
    line            bigint generated always as identity,
    at              timestamptz not null,
    said_by         text not null, -- CSM or USHER
    text            text not null,
    reply           jsonb,         -- what came with an answer
    primary key (conversation_id, line)
);
