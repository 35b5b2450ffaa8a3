-- What a person called back, up to this revision; kept, so that an approval that arrives later is not sent.
create table withdrawals (
    invitation_id text        not null,
    kind          text        not null,
    number        int         not null,
    revision      int         not null,
    why           text        not null,
    at            timestamptz not null,
    primary key (invitation_id, kind, number)
);
