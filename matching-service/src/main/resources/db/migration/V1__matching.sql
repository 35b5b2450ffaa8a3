-- What matching-service can be asked. All of it comes from topics; none of it is an authority.

create extension if not exists pg_trgm;

create table customers (
    id text primary key,
    version integer not null,
    name text not null,
    body jsonb not null
);
create index customers_by_name on customers (lower(name), id);

-- Names and aliases, folded (lower case, no accents), as they are searched.
create table customer_names (
    customer_id text not null references customers (id) on delete cascade,
    name text not null,
    primary key (customer_id, name)
);
create index customer_names_nearest on customer_names using gin (name gin_trgm_ops);

create table events (
    id text primary key,
    version integer not null,
    cancelled boolean not null
);

-- list = 'event:<id>' or 'audience:<id>'; body is a line as REST shows it.
create table rankings (
    list text not null,
    customer_id text not null,
    version integer not null,
    score double precision not null,
    body jsonb not null,
    primary key (list, customer_id)
);
create index rankings_best on rankings (list, score desc, customer_id);
create index rankings_of_customer on rankings (customer_id);

-- Which partitions have spoken to which version; a list is complete when all have.
create table ranking_parts (
    list text not null,
    partition integer not null,
    partitions integer not null,
    version integer not null,
    failures text[] not null,
    primary key (list, partition)
);

create table audiences (
    id text primary key,
    question jsonb not null,
    asked_at timestamptz not null
);
