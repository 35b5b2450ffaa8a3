-- An exact id is found without regard to case.
create index customers_by_folded_id on customers (lower(id));

-- Idempotency keys, with a fingerprint of what was said under them.
create table keys (
    id text primary key,
    fingerprint text not null,
    used_at timestamptz not null
);
