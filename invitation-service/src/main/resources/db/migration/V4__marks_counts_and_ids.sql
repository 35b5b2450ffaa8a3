-- A mark is a line in a queue: whoever marks an invitation twice waits for nobody, and finds the second one looked at too.
alter table revisions_due drop constraint revisions_due_pkey;

-- How many an announcement brought about for one CSM.
create index on event_invitations (event_id, csm_id) where reason = 'EVENT_ANNOUNCED';

-- Names are compared without regard to case, ids too.
create index on known_events (lower(id));
