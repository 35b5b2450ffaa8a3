package dev.usher.invitation.postgres;

import static dev.usher.invitation.postgres.Columns.bind;
import static dev.usher.invitation.postgres.Columns.text;
import static dev.usher.invitation.postgres.Columns.utc;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.usher.invitation.Invitation;
import dev.usher.invitation.Invitations;
import dev.usher.invitation.Step;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table {@code event_invitations} and its steps. */
@Repository
class PostgresInvitations implements Invitations {

    private static final String LAPSED = """
            select i.id from event_invitations i join known_events e on e.id = i.event_id
            where i.status in ('REQUESTED', 'DRAFTED') and i.kind <> 'POST_EVENT' and e.ends_at <= :now
            order by i.id limit :most
            """;

    private static final String ANNOUNCED = """
            select count(*)::int as many from event_invitations
            where event_id = :event and csm_id is not distinct from :csm::text and reason = 'EVENT_ANNOUNCED'
              and status not in ('REFUSED', 'WITHDRAWN')
            """;

    private static final String PAGE = """
            select * from event_invitations
            where (:any_status or status = any(:statuses)) and (:event::text is null or event_id = :event)
              and (:csm::text is null or csm_id = :csm) and (:customer::text is null or customer_id = :customer)
              and (:before::bigint is null or place < :before)
            order by place desc limit :most
            """;

    private static final String ERASE = """
            update event_invitations
            set contact_name = null, contact_email = null, draft = null, content_hash = null, reason_words = null,
              match = jsonb_build_object('score', score, 'parts', '[]'::jsonb, 'sessions', '[]'::jsonb,
                'weightsVersion', match ->> 'weightsVersion', 'eventVersion', (match ->> 'eventVersion')::int)
            where customer_id = :customer
            """;

    private final DatabaseClient database;

    PostgresInvitations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> add(Invitation invitation, Step step) {
        return InvitationRow.insert(database.sql(InvitationRow.INSERT), invitation)
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 0
                        ? Mono.just(false)
                        : note(invitation.id(), step).thenReturn(true));
    }

    @Override
    public Mono<Void> save(Invitation invitation, Step step) {
        return InvitationRow.update(database.sql(InvitationRow.UPDATE), invitation)
                .then()
                .then(note(invitation.id(), step));
    }

    private Mono<Void> note(String id, Step step) {
        GenericExecuteSpec sql = database.sql("insert into event_invitation_steps (invitation_id, at, who, what, why)"
                        + " values (:id, :at, :who, :what, :why)")
                .bind("id", id)
                .bind("at", Objects.requireNonNull(utc(step.at())))
                .bind("who", step.who())
                .bind("what", step.what());
        return bind(sql, "why", step.why(), String.class).then();
    }

    @Override
    public Mono<Invitation> find(String id) {
        return one("select * from event_invitations where id = :id", id);
    }

    @Override
    public Flux<Invitation> among(Collection<String> ids) {
        return database.sql("select * from event_invitations where id = any(:ids)")
                .bind("ids", ids.toArray(String[]::new))
                .map(InvitationRow::read)
                .all();
    }

    @Override
    public Mono<Invitation> lock(String id) {
        return one("select * from event_invitations where id = :id for update", id);
    }

    private Mono<Invitation> one(String sql, String id) {
        return database.sql(sql).bind("id", id).map(InvitationRow::read).one();
    }

    @Override
    public Mono<List<Invitation>> about(String eventId, String customerId) {
        return database.sql("select * from event_invitations where customer_id = :customer and event_id = :event"
                        + " order by place desc")
                .bind("customer", customerId)
                .bind("event", eventId)
                .map(InvitationRow::read)
                .all()
                .collectList();
    }

    @Override
    public Mono<Integer> announced(String eventId, @Nullable String csmId) {
        GenericExecuteSpec sql = database.sql(ANNOUNCED).bind("event", eventId);
        return bind(sql, "csm", csmId, String.class)
                .map(row -> Columns.number(row, "many"))
                .one();
    }

    @Override
    public Flux<String> lapsed(Instant now, int limit) {
        return database.sql(LAPSED)
                .bind("now", Objects.requireNonNull(utc(now)))
                .bind("most", limit)
                .map(row -> text(row, "id"))
                .all();
    }

    @Override
    public Flux<Step> history(String id) {
        return database.sql("select * from event_invitation_steps where invitation_id = :id order by step")
                .bind("id", id)
                .map(PostgresInvitations::step)
                .all();
    }

    @Override
    public Mono<Map<String, List<Step>>> histories(Collection<String> ids) {
        return database.sql("select * from event_invitation_steps where invitation_id = any(:ids) order by step")
                .bind("ids", ids.toArray(String[]::new))
                .map(row -> Map.entry(text(row, "invitation_id"), step(row)))
                .all()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Step step(Readable row) {
        return new Step(Columns.time(row, "at"), text(row, "who"), text(row, "what"), Columns.maybe(row, "why"));
    }

    @Override
    public Mono<Page> page(Query query) {
        String[] statuses = query.statuses().stream().map(Enum::name).toArray(String[]::new);
        GenericExecuteSpec sql = database.sql(PAGE)
                .bind("any_status", statuses.length == 0)
                .bind("statuses", statuses)
                .bind("most", query.limit() + 1);
        sql = bind(sql, "event", query.eventId(), String.class);
        sql = bind(sql, "csm", query.csmId(), String.class);
        sql = bind(sql, "customer", query.customerId(), String.class);
        return bind(sql, "before", query.before(), Long.class)
                .map(Placed::read)
                .all()
                .collectList()
                .map(found -> Placed.page(found, query.limit()));
    }

    @Override
    public Mono<Integer> howMany(String customerId) {
        return database.sql("select count(*)::int as many from event_invitations where customer_id = :customer")
                .bind("customer", customerId)
                .map(row -> Columns.number(row, "many"))
                .one();
    }

    @Override
    public Mono<Map<String, Integer>> sentSince(Collection<String> addresses, Instant since) {
        return database.sql("select lower(contact_email) as address, count(*)::int as sent from event_invitations"
                        + " where lower(contact_email) = any(:addresses) and sent_at > :since group by 1")
                .bind("addresses", addresses.toArray(String[]::new))
                .bind("since", Objects.requireNonNull(utc(since)))
                .map(row -> Map.entry(text(row, "address"), Columns.number(row, "sent")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Void> erase(String customerId) {
        return database.sql(ERASE).bind("customer", customerId).then();
    }

    /** An invitation and its place in the list. */
    private record Placed(long place, Invitation invitation) {

        static Placed read(Readable row) {
            return new Placed(Objects.requireNonNull(row.get("place", Long.class)), InvitationRow.read(row));
        }

        static Page page(List<Placed> found, int limit) {
            boolean more = found.size() > limit;
            List<Placed> shown = more ? found.subList(0, limit) : found;
            return new Page(
                    shown.stream().map(Placed::invitation).toList(),
                    more ? shown.getLast().place() : null);
        }
    }
}
