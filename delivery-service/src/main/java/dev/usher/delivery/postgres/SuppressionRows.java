package dev.usher.delivery.postgres;

import dev.usher.delivery.Guest;
import dev.usher.delivery.Suppressions;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Table suppressions. */
@Repository
class SuppressionRows implements Suppressions {

    private final DatabaseClient database;

    SuppressionRows(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> add(String address, String invitationId, String source, Instant now) {
        return database.sql("""
                        insert into suppressions (address, invitation_id, source, at) values ($1, $2, $3, $4)
                        on conflict (address) do update
                        set invitation_id = excluded.invitation_id, source = excluded.source, at = excluded.at
                        where suppressions.source = 'BOUNCED' and excluded.source <> 'BOUNCED'""")
                .bind("$1", Guest.keyOf(address))
                .bind("$2", invitationId)
                .bind("$3", source)
                .bind("$4", now)
                .fetch()
                .rowsUpdated()
                .map(count -> count == 1);
    }
}
