package dev.usher.invitation.postgres;

import dev.usher.invitation.Revisions;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table {@code revisions_due}. */
@Repository
class PostgresRevisions implements Revisions {

    private static final String MARK = "insert into revisions_due (invitation_id) select id from event_invitations"
            + " where %s = :id and status in"
            + " ('REQUESTED', 'DRAFTED', 'APPROVED', 'SENDING', 'UNKNOWN', 'NEEDS_HUMAN')";

    private static final String TAKE = """
            delete from revisions_due where ctid = any(array
              (select ctid from revisions_due limit :most for update skip locked))
            returning invitation_id
            """;

    private final DatabaseClient database;

    PostgresRevisions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> markEvent(String eventId) {
        return mark("event_id", eventId);
    }

    @Override
    public Mono<Void> markCustomer(String customerId) {
        return mark("customer_id", customerId);
    }

    @Override
    public Mono<Void> markAddress(String address) {
        return mark("lower(contact_email)", address);
    }

    @Override
    public Mono<Void> mark(String invitationId) {
        return mark("id", invitationId);
    }

    private Mono<Void> mark(String column, String id) {
        return database.sql(MARK.formatted(column)).bind("id", id).then();
    }

    @Override
    public Mono<Boolean> any() {
        return database.sql("select exists (select from revisions_due)")
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Flux<String> take(int atMost) {
        return database.sql(TAKE)
                .bind("most", atMost)
                .map(row -> Columns.text(row, "invitation_id"))
                .all();
    }
}
