package dev.usher.delivery.postgres;

import dev.usher.delivery.Delivery;
import dev.usher.delivery.Draft;
import dev.usher.delivery.Guest;
import dev.usher.delivery.Kind;
import dev.usher.delivery.MailId;
import dev.usher.delivery.State;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a row of deliveries. */
final class DeliveryRow {

    private DeliveryRow() {}

    static Delivery read(Readable row) {
        return new Delivery(
                number(row, "id"),
                mail(row),
                guest(row),
                text(row, "mailbox"),
                whole(row, "revision"),
                whole(row, "event_version"),
                text(row, "content_hash"),
                State.valueOf(text(row, "state")),
                draft(row),
                Objects.requireNonNullElse(maybe(row, "raw"), ""),
                whole(row, "attempts"),
                Objects.requireNonNullElse(maybe(row, "lease"), ""),
                maybe(row, "reply_to"),
                maybe(row, "message_id"));
    }

    static MailId mail(Readable row) {
        return new MailId(text(row, "invitation_id"), Kind.valueOf(text(row, "kind")), whole(row, "number"));
    }

    static Guest guest(Readable row) {
        return new Guest(
                text(row, "event_id"),
                text(row, "customer_id"),
                maybe(row, "contact_id"),
                text(row, "recipient"),
                maybe(row, "recipient_name"));
    }

    private static @Nullable Draft draft(Readable row) {
        String id = maybe(row, "draft_id");
        return id == null ? null : new Draft(id, text(row, "thread_id"), text(row, "history_id"));
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    static @Nullable String maybe(Readable row, String column) {
        return row.get(column, String.class);
    }

    static int whole(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class), column);
    }

    static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}
