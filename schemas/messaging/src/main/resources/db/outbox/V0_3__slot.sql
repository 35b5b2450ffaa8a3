-- Alone in its migration: PostgreSQL makes no slot in a transaction that has written.
select pg_create_logical_replication_slot('usher_' || current_database(), 'pgoutput')
where not exists (select from pg_replication_slots where slot_name = 'usher_' || current_database());
