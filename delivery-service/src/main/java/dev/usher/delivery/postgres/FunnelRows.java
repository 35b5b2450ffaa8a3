package dev.usher.delivery.postgres;

import dev.usher.delivery.Funnel;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Table funnel_steps. */
@Repository
class FunnelRows implements Funnel {

    private final DatabaseClient database;

    FunnelRows(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> matched(String eventId, String customerId) {
        return seen(eventId, "matched", customerId);
    }

    @Override
    public Mono<Void> drafted(String eventId, String invitationId) {
        return seen(eventId, "drafted", invitationId);
    }

    private Mono<Void> seen(String eventId, String step, String whose) {
        return database.sql(
                        "insert into funnel_steps (event_id, step, whose) values ($1, $2, $3) on conflict do nothing")
                .bind("$1", eventId)
                .bind("$2", step)
                .bind("$3", whose)
                .then();
    }
}
