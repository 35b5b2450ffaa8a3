-- Customers that were erased: their people get no mail, whatever is still planned or approved.
create table erased_customers (
    id text        primary key,
    at timestamptz not null
);
