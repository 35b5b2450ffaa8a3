-- Projections of the topics events and customers.
create table known_events (
    id         text primary key,
    version    int         not null,
    cancelled  boolean     not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    state      jsonb       not null,
    thanked_at timestamptz                               -- when POST_EVENT mails were asked for
);
create index known_events_over on known_events (ends_at) where thanked_at is null;

create table known_customers (
    id        text primary key,
    version   int  not null,
    name      text not null,
    time_zone text,
    csm_id    text,
    csm_name  text,
    csm_email text
);

create table contacts (
    customer_id text    not null references known_customers (id) on delete cascade,
    contact_id  text    not null,
    name        text    not null,
    address     text    not null,
    time_zone   text,
    opted_out   boolean not null,
    primary key (customer_id, contact_id)
);
create index contacts_address on contacts (lower(address));

-- Addresses that asked us to stop, for good.
create table suppressions (
    address       text primary key,
    invitation_id text        not null,
    source        text        not null,
    at            timestamptz not null
);

-- A person's seat at an event. One row a person, whoever of us invited her.
create table event_registrations (
    event_id      text        not null,
    address       text        not null,
    customer_id   text        not null,
    contact_id    text,
    name          text,
    invitation_id text,
    status        text        not null,
    attendance    text,
    sessions      text[]      not null default '{}',
    source        text        not null,
    why           text,
    sequence      int         not null default 0,        -- iCalendar SEQUENCE, +1 with every change
    asked_at      timestamptz not null,                  -- place in the queue of those who wait
    changed_at    timestamptz not null,
    primary key (event_id, address)
);
create index event_registrations_customer on event_registrations (customer_id);

-- Service mails as planned; the state of the sending itself is in deliveries.
create table reminders (
    invitation_id text        not null,
    kind          text        not null,
    number        int         not null,
    event_id      text        not null,
    customer_id   text        not null,
    contact_id    text,
    address       text        not null,
    detail        text        not null default '',
    due_at        timestamptz not null,
    queued        boolean     not null default false,
    state         text        not null check (state in ('PLANNED', 'SENT', 'SKIPPED')),
    why           text,
    changed_at    timestamptz not null,
    primary key (invitation_id, kind, number)
);
create index reminders_due on reminders (due_at) where state = 'PLANNED' and not queued;
create index reminders_of_guest on reminders (event_id, address);
