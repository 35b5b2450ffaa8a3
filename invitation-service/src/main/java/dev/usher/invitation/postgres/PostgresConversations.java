package dev.usher.invitation.postgres;

import static dev.usher.invitation.postgres.Columns.bind;
import static dev.usher.invitation.postgres.Columns.text;

import dev.usher.invitation.chat.Conversations;
import dev.usher.invitation.chat.Reply;
import dev.usher.invitation.chat.Talk;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tables {@code conversations} and {@code conversation_lines}. */
@Repository
class PostgresConversations implements Conversations {

    private final DatabaseClient database;

    PostgresConversations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> begin(String id, Talk talk, Instant at) {
        return database.sql("insert into conversations (id, state, changed_at) values (:id, :state, :at)")
                .bind("id", id)
                .bind("state", Objects.requireNonNull(Columns.json(talk)))
                .bind("at", Objects.requireNonNull(Columns.utc(at)))
                .then();
    }

    @Override
    public Mono<Talk> find(String id) {
        return database.sql("select state from conversations where id = :id")
                .bind("id", id)
                .map(row -> Columns.json(row, "state", Talk.class))
                .one();
    }

    @Override
    public Mono<Void> save(String id, Talk talk, List<Line> lines) {
        return database.sql("update conversations set state = :state, changed_at = :at where id = :id")
                .bind("id", id)
                .bind("state", Objects.requireNonNull(Columns.json(talk)))
                .bind("at", Objects.requireNonNull(Columns.utc(lines.getLast().at())))
                .then()
                .thenMany(Flux.fromIterable(lines).concatMap(line -> add(id, line)))
                .then();
    }

    private Mono<Void> add(String id, Line line) {
        var sql = database.sql("insert into conversation_lines (conversation_id, at, said_by, text, reply)"
                        + " values (:id, :at, :by, :text, :reply)")
                .bind("id", id)
                .bind("at", Objects.requireNonNull(Columns.utc(line.at())))
                .bind("by", line.saidBy())
                .bind("text", line.text());
        return bind(sql, "reply", Columns.json(line.reply()), Json.class).then();
    }

    @Override
    public Flux<Line> lines(String id) {
        return database.sql("select * from conversation_lines where conversation_id = :id order by line")
                .bind("id", id)
                .map(row -> new Line(
                        Columns.time(row, "at"),
                        text(row, "said_by"),
                        text(row, "text"),
                        Columns.maybeJson(row, "reply", Reply.class)))
                .all();
    }
}
