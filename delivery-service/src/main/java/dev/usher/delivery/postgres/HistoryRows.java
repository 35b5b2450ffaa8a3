package dev.usher.delivery.postgres;

import dev.usher.delivery.Gathering;
import dev.usher.delivery.Histories;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads deliveries and event_registrations side by side. */
@Repository
class HistoryRows implements Histories {

    private static final String STORY = """
            with mails as (
                select distinct on (event_id, lower(recipient)) *,
                    bool_or(state = 'ACCEPTED' and kind <> 'POST_EVENT')
                        over (partition by event_id, lower(recipient)) as invited
                from deliveries where customer_id = $1 and kind in ('INVITATION', 'FOLLOW_UP', 'POST_EVENT')
                order by event_id, lower(recipient), state in ('REFUSED', 'WITHDRAWN'), id desc)
            select coalesce(d.event_id, r.event_id) as event_id, e.state, d.invitation_id, d.kind,
                coalesce(d.contact_id, r.contact_id) as contact_id, d.state as delivery, d.answer, r.status,
                coalesce(d.invited, false) as invited
            from mails d
            full join (select * from event_registrations where customer_id = $1) r
                on r.event_id = d.event_id and r.address = lower(d.recipient)
            left join known_events e on e.id = coalesce(d.event_id, r.event_id)
            order by e.starts_at desc nulls last, 1, coalesce(lower(d.recipient), r.address)
            """;
    private static final String FUNNEL = """
            select lower(state) as name, count(*)::int as number from deliveries
            where event_id = $1 and kind = 'INVITATION' group by 1
            union all select lower(answer), count(*)::int from deliveries
            where event_id = $1 and kind = 'INVITATION' and answer is not null group by 1
            union all select lower(status), count(*)::int from event_registrations where event_id = $1 group by 1
            union all select step, count(*)::int from funnel_steps where event_id = $1 group by 1
            union all select 'approved', count(*)::int from deliveries where event_id = $1 and kind = 'INVITATION'
            """;

    private final DatabaseClient database;
    private final Json json;

    HistoryRows(DatabaseClient database, Json json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<List<Line>> of(String customerId) {
        return database.sql(STORY).bind("$1", customerId).map(this::line).all().collectList();
    }

    private Line line(Readable row) {
        Gathering event = event(row.get("state", io.r2dbc.postgresql.codec.Json.class));
        String delivery = DeliveryRow.maybe(row, "delivery");
        String registration = DeliveryRow.maybe(row, "status");
        return new Line(
                DeliveryRow.text(row, "event_id"),
                event == null ? null : event.name(),
                event == null ? null : event.type(),
                startsAt(event),
                DeliveryRow.maybe(row, "invitation_id"),
                DeliveryRow.maybe(row, "contact_id"),
                DeliveryRow.maybe(row, "kind"),
                invitation(delivery, DeliveryRow.maybe(row, "answer"), registration),
                delivery,
                registration,
                attended(registration),
                Objects.requireNonNull(row.get("invited", Boolean.class)));
    }

    private @Nullable Gathering event(io.r2dbc.postgresql.codec.@Nullable Json state) {
        return state == null ? null : json.read(state, Gathering.class);
    }

    private static @Nullable OffsetDateTime startsAt(@Nullable Gathering event) {
        return event == null ? null : event.startsAt().atZone(event.zone()).toOffsetDateTime();
    }

    /** The strongest word: her seat, then what came back, then where the mail is. */
    private static @Nullable String invitation(
            @Nullable String delivery, @Nullable String answer, @Nullable String registration) {
        if (delivery == null) {
            return null;
        }
        if ("DECLINED".equals(registration) || "CANCELLED".equals(registration)) {
            return "DECLINED";
        }
        if (registration != null) {
            return "REGISTERED";
        }
        String state = "PENDING".equals(delivery) ? "APPROVED" : delivery;
        return answer == null ? state : answer;
    }

    private static @Nullable Boolean attended(@Nullable String registration) {
        if ("ATTENDED".equals(registration)) {
            return true;
        }
        return "NO_SHOW".equals(registration) ? Boolean.FALSE : null;
    }

    @Override
    public Mono<Map<String, Integer>> funnel(String eventId) {
        return database.sql(FUNNEL)
                .bind("$1", eventId)
                .map(row -> Map.entry(DeliveryRow.text(row, "name"), DeliveryRow.whole(row, "number")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new);
    }
}
