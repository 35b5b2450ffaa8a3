-- What was answered under an Idempotency-Key.
create table given_answers (
  path     text        not null,
  key      text        not null,
  question bytea       not null, -- SHA-256 of the request's body
  taken_at timestamptz not null,
  status   int,                  -- null = being answered, or its answerer died
  headers  jsonb,
  body     bytea,
  primary key (path, key)
);
create index given_answers_by_age on given_answers (taken_at);
