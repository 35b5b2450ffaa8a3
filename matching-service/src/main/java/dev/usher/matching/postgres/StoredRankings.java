package dev.usher.matching.postgres;

import dev.usher.matching.MatchingSettings;
import dev.usher.matching.Page;
import dev.usher.matching.Question;
import dev.usher.matching.Rankings;
import dev.usher.matching.Relevant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Rankings line by line, and which partitions have spoken. */
@Repository
class StoredRankings implements Rankings {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Nothing of an older version of the event, or of one that was cancelled meanwhile. */
    private static final String LINES = """
            with fresh as (
                select where not exists (select from ranking_parts where list = $1 and version > $2)
                and not exists (select from events where cancelled and 'event:' || id = $1)),
            lines as (
                insert into rankings (list, customer_id, version, score, body)
                select $1, id, $2, score, body from fresh, unnest($3, $4, $5::jsonb[]) as line (id, score, body)
                on conflict (list, customer_id) do update
                set version = excluded.version, score = excluded.score, body = excluded.body
                where rankings.version <= excluded.version),
            gone as (delete from rankings using fresh where list = $1 and customer_id = any($6))
            """;

    /** Once all have spoken to this version, lines of an older one are gone; answers whether they have. */
    private static final String SPOKEN = LINES + """
            , whole as (
                select $8 = 1 + count(*) as now from ranking_parts
                where list = $1 and version = $2 and partition <> $7),
            swept as (
                delete from rankings using fresh, whole
                where list = $1 and version < $2 and customer_id <> all($3) and whole.now)
            insert into ranking_parts (list, partition, partitions, version, failures)
            select $1, $7, $8, $2, $9 from fresh
            on conflict (list, partition) do update
            set partitions = excluded.partitions, version = excluded.version, failures = excluded.failures
            returning (select now from whole)
            """;

    private final DatabaseClient database;
    private final MatchingSettings settings;

    StoredRankings(DatabaseClient database, MatchingSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** A page is one statement: of most lists most pages are almost empty, and each would be a transaction of five. */
    @Override
    public Mono<Void> save(Page page) {
        return page.last()
                ? spoken(page)
                : lines(LINES + "select from fresh", page).then().then(trim(page));
    }

    @Override
    public Mono<List<String>> complete(String list, int version) {
        return database.sql("""
                        select failures from ranking_parts where list = $1 and version >= $2
                        and (select count(*) = max(partitions) from ranking_parts where list = $1 and version >= $2)""")
                .bind("$1", list)
                .bind("$2", version)
                .mapValue(String[].class)
                .all()
                .collectList()
                .filter(parts -> !parts.isEmpty())
                .map(parts -> parts.stream().flatMap(Stream::of).distinct().toList());
    }

    @Override
    public Flux<Relevant> best(String list, double minScore, @Nullable Place after, int limit) {
        Place from = after == null ? new Place(2, "") : after;
        return database.sql("""
                        select body::text from rankings where list = $1 and score >= $2
                        and (score < $3 or (score = $3 and customer_id > $4))
                        and exists (select from customers where id = customer_id)
                        order by score desc, customer_id limit $5""")
                .bind("$1", list)
                .bind("$2", minScore)
                .bind("$3", from.score())
                .bind("$4", from.customerId())
                .bind("$5", limit)
                .mapValue(String.class)
                .all()
                .map(body -> JSON.readValue(body, Relevant.class));
    }

    @Override
    @Transactional
    public Mono<Void> forget(String list) {
        return database.sql("""
                        with parts as (delete from ranking_parts where list = $1)
                        delete from rankings where list = $1""").bind("$1", list).then();
    }

    private Mono<Void> spoken(Page page) {
        return lines(SPOKEN, page)
                .bind("$7", page.partition())
                .bind("$8", page.of())
                .bind("$9", page.failures().toArray(String[]::new))
                .mapValue(Boolean.class)
                .one()
                .filter(whole -> whole)
                .flatMap(whole -> trim(page));
    }

    private DatabaseClient.GenericExecuteSpec lines(String sql, Page page) {
        return database.sql(sql)
                .bind("$1", page.list())
                .bind("$2", page.version())
                .bind("$3", page.rows().stream().map(Relevant::customerId).toArray(String[]::new))
                .bind("$4", page.rows().stream().map(Relevant::score).toArray(Double[]::new))
                .bind("$5", page.rows().stream().map(JSON::writeValueAsString).toArray(String[]::new))
                .bind("$6", page.gone().toArray(String[]::new));
    }

    /**
     * Customers that changed may have made an event's list longer than it is kept, before its best were known or after.
     * Lines of an older version stand until all have spoken to the new one.
     */
    private Mono<Void> trim(Page page) {
        if (!Question.announces(page.list())) {
            return Mono.empty();
        }
        return database.sql("""
                        delete from rankings where list = $1 and version = $3 and customer_id in (
                            select customer_id from rankings where list = $1 and version = $3
                            order by score desc, customer_id offset $2)""")
                .bind("$1", page.list())
                .bind("$2", settings.best())
                .bind("$3", page.version())
                .then();
    }
}
