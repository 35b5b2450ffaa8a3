-- When a POST_EVENT mail was asked for: for each guest, since lists of who came arrive in pieces.
alter table event_registrations add column thanked_at timestamptz;
update event_registrations r set thanked_at = e.thanked_at from known_events e
where e.id = r.event_id and r.status in ('ATTENDED', 'NO_SHOW');
create index event_registrations_to_thank on event_registrations (event_id)
    where thanked_at is null and status in ('ATTENDED', 'NO_SHOW');
drop index known_events_over;
alter table known_events drop column thanked_at;
