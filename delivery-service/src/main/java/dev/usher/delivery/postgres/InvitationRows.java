package dev.usher.delivery.postgres;

import dev.usher.delivery.Attendance;
import dev.usher.delivery.Guest;
import dev.usher.delivery.Invitations;
import dev.usher.delivery.Invited;
import dev.usher.delivery.PickedSession;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Reads invitations from table deliveries. */
@Repository
class InvitationRows implements Invitations {

    private static final String APPROVED =
            " and kind in ('INVITATION', 'FOLLOW_UP', 'POST_EVENT') and state <> 'REFUSED' ";
    private static final TypeReference<List<PickedSession>> SESSIONS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final Json json;

    InvitationRows(DatabaseClient database, Json json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Invited> find(String invitationId) {
        return database.sql(
                        "select * from deliveries where invitation_id = $1" + APPROVED + "order by number desc limit 1")
                .bind("$1", invitationId)
                .map(this::read)
                .one();
    }

    @Override
    public Mono<Invited> of(String eventId, String address) {
        return database.sql("select * from deliveries where event_id = $1 and lower(recipient) = $2" + APPROVED
                        + "order by id desc limit 1")
                .bind("$1", eventId)
                .bind("$2", Guest.keyOf(address))
                .map(this::read)
                .one();
    }

    private Invited read(Readable row) {
        String suggested = DeliveryRow.maybe(row, "suggested");
        return new Invited(
                DeliveryRow.mail(row),
                DeliveryRow.guest(row),
                DeliveryRow.text(row, "mailbox"),
                DeliveryRow.maybe(row, "sender_name"),
                json.read(Objects.requireNonNull(row.get("sessions", io.r2dbc.postgresql.codec.Json.class)), SESSIONS),
                suggested == null ? null : Attendance.valueOf(suggested));
    }
}
