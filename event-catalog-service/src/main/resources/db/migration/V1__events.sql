-- Every event at its latest version. The columns serve lists and people; the state says all.
create table events (
  id         text        primary key,
  version    int         not null,
  status     text        not null,
  name       text        not null,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  words      text        not null, -- lower case, what a query is looked for in
  state      jsonb       not null, -- details of the event as in the API, times with offset
  why        text,                 -- of the cancellation
  changed_at timestamptz not null
);
create index events_by_start on events (starts_at, id);

-- What was answered under an Idempotency-Key.
create table given_answers (
  key      text        primary key,
  question bytea       not null, -- SHA-256 of the announcement
  answer   jsonb,                -- the event as it was answered; null only inside the transaction that takes the key
  taken_at timestamptz not null
);
create index given_answers_by_age on given_answers (taken_at);
