create extension if not exists pg_trgm;

-- The table the mission names. One row an invitation, from the wish to the answer.
create table event_invitations (
    id            text primary key,
    place         bigint generated always as identity unique, -- order of birth, for lists
    event_id      text not null,
    customer_id   text not null,
    contact_id    text,
    contact_name  text,
    contact_email text,
    csm_id        text,
    kind          text not null,
    number        int  not null check (number > 0),
    status        text not null,
    why           text,
    changed_by    text not null,
    reason        text not null,
    reason_by     text not null,
    reason_words  text,
    reason_rank   int  not null default 0,
    score         double precision not null,
    match         jsonb not null,
    revision      int  not null,
    content_hash  text,
    draft         jsonb,
    approval      jsonb,
    recall        jsonb,
    sent_at       timestamptz,
    seat          text,
    created_at    timestamptz not null,
    changed_at    timestamptz not null
);

-- At most one living invitation for an occasion, whoever asks, in whichever replica.
create unique index one_living_invitation on event_invitations (event_id, customer_id, contact_id, kind, number)
    where status not in ('REJECTED', 'WITHDRAWN', 'REFUSED', 'EXPIRED');
create index on event_invitations (customer_id, event_id);
create index on event_invitations (event_id, place);
create index on event_invitations (csm_id, place);
create index on event_invitations (status, place);
create index on event_invitations (lower(contact_email), sent_at) where sent_at is not null;

create table event_invitation_steps (
    invitation_id text not null references event_invitations (id),
    step          bigint generated always as identity,
    at            timestamptz not null,
    who           text not null,
    what          text not null,
    why           text,
    primary key (invitation_id, step)
);

-- Invitations to be looked at again because the world around them moved.
create table revisions_due (
    invitation_id text primary key
);

create table suppressed_addresses (
    address text primary key, -- lower case
    why     text not null,
    at      timestamptz not null
);
