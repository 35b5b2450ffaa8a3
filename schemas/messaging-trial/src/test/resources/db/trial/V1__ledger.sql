create table ledger (place bigserial primary key, message_id text not null, record_key text not null, note text);
