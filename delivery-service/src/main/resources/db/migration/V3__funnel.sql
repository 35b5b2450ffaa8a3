-- What happened before delivery was asked: who was matched (by customer), what was drafted (by invitation).
create table funnel_steps (
    event_id text not null,
    step     text not null check (step in ('matched', 'drafted')),
    whose    text not null,
    primary key (event_id, step, whose)
);
