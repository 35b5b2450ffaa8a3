-- The version of the event that a mail speaks of; 0 = queued before this was kept.
alter table deliveries add column event_version int not null default 0;
-- When we heard of the version, and in which version the event was last moved to another time.
alter table known_events
    add column heard_at timestamptz not null default now(),
    add column moved_in int not null default 0;
