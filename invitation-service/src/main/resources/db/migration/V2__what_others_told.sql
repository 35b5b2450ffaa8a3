-- Projections of the topics events and customers: never written by anyone but their listeners.
create table known_events (
    id        text primary key,
    version   int not null,
    name      text not null,
    cancelled boolean not null,
    ends_at   timestamptz not null,
    facts     jsonb not null
);
create index on known_events using gin (lower(name) gin_trgm_ops);

create table known_customers (
    id      text primary key,
    version int not null,
    name    text not null,
    facts   jsonb not null
);

-- Every name a customer goes by: its id, its name, its aliases.
create table known_names (
    customer_id text not null references known_customers (id) on delete cascade,
    name        text not null, -- lower case
    primary key (customer_id, name)
);
create index on known_names (name);
create index on known_names using gin (name gin_trgm_ops);
