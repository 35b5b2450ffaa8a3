-- The version of the event that a mail speaks of; 0 = queued before this was kept.
alter table deliveries add column event_version int not null default 0;
-- In which version the event was last moved to another time.
alter table known_events add column moved_in int not null default 0;
