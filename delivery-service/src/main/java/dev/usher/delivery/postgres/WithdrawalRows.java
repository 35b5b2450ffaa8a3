package dev.usher.delivery.postgres;

import dev.usher.delivery.MailId;
import dev.usher.delivery.Withdrawals;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Table withdrawals. */
@Repository
class WithdrawalRows implements Withdrawals {

    private final DatabaseClient database;

    WithdrawalRows(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(MailId mail, int revision, String why, Instant now) {
        return database.sql("""
                        insert into withdrawals (invitation_id, kind, number, revision, why, at)
                        values ($1, $2, $3, $4, $5, $6)
                        on conflict (invitation_id, kind, number) do update
                        set revision = excluded.revision, why = excluded.why, at = excluded.at
                        where withdrawals.revision < excluded.revision""")
                .bind("$1", mail.invitationId())
                .bind("$2", mail.kind().name())
                .bind("$3", mail.number())
                .bind("$4", revision)
                .bind("$5", why)
                .bind("$6", now)
                .then();
    }

    @Override
    public Mono<String> why(MailId mail, int revision) {
        return database.sql("""
                        select why from withdrawals
                        where invitation_id = $1 and kind = $2 and number = $3 and revision >= $4""")
                .bind("$1", mail.invitationId())
                .bind("$2", mail.kind().name())
                .bind("$3", mail.number())
                .bind("$4", revision)
                .mapValue(String.class)
                .one();
    }
}
