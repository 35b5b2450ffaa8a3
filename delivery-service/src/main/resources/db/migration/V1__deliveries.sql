-- One row for each mail that may ever leave: an approved one (INVITATION, FOLLOW_UP, POST_EVENT) or a service mail.
create table deliveries (
    id             bigint generated always as identity primary key,
    invitation_id  text        not null,
    kind           text        not null,
    number         int         not null,
    event_id       text        not null,
    customer_id    text        not null,
    contact_id     text,
    recipient      text        not null,
    recipient_name text,
    mailbox        text        not null,
    sender_name    text,
    subject        text        not null,
    html           text        not null,
    text           text        not null,
    revision       int         not null,
    content_hash   text        not null,
    suggested      text,
    sessions       jsonb       not null default '[]',
    raw            text,                                 -- RFC 5322 bytes in base64url, built once; null where refused
    reply_to       text,                                 -- thread of the earlier mail that this one continues
    state          text        not null check (state in ('PENDING', 'SENDING', 'UNKNOWN', 'ACCEPTED', 'NEEDS_HUMAN', 'REFUSED', 'WITHDRAWN')),
    why            text,
    due_at         timestamptz not null,
    attempts       int         not null default 0,
    lease          text,
    leased_until   timestamptz,
    draft_id       text,
    thread_id      text,
    history_id     text,
    gmail_id       text,
    message_id     text,
    accepted_at    timestamptz,
    answer         text,                                 -- REPLIED, BOUNCED, UNSUBSCRIBED, NO_RESPONSE; null = nothing came back yet
    silent_at      timestamptz,                          -- when silence becomes NO_RESPONSE; null = not watched
    created_at     timestamptz not null,
    changed_at     timestamptz not null,
    unique (invitation_id, kind, number),
    check (draft_id is null or raw is not null)
);
create index deliveries_due on deliveries (due_at) where state in ('PENDING', 'SENDING', 'UNKNOWN');
create index deliveries_of_event on deliveries (event_id);
create index deliveries_of_customer on deliveries (customer_id);
create index deliveries_to on deliveries (lower(recipient));
create index deliveries_silent on deliveries (silent_at) where silent_at is not null and answer is null;
create index deliveries_message on deliveries (mailbox, message_id) where message_id is not null;
create index deliveries_unread on deliveries (accepted_at) where state = 'ACCEPTED' and message_id is null;

-- Drafts nobody may send: a janitor deletes them. draft_id null = the answer to drafts.create was lost, look for the header.
create table orphans (
    id         bigint generated always as identity primary key,
    delivery   bigint      not null references deliveries (id),
    mailbox    text        not null,
    draft_id   text,
    header     text        not null,
    mark       text        not null,
    found_at   timestamptz not null,
    due_at     timestamptz not null,
    deleted_at timestamptz
);
create index orphans_due on orphans (due_at) where deleted_at is null;

-- A mailbox rests until parked_until; strikes double the rest. seen_history is how far replies and bounces were read.
create table mailboxes (
    address      text primary key,
    parked_until timestamptz,
    parked_why   text,
    strikes      int  not null default 0,
    seen_history text,
    read_at      timestamptz
);

-- What was spent of Gmail's quota; the last minute's rows count.
create table spendings (
    mailbox text        not null references mailboxes (address),
    at      timestamptz not null,
    units   int         not null
);
create index spendings_of_mailbox on spendings (mailbox, at);
