package dev.usher.matching.postgres;

import dev.usher.matching.Customer;
import dev.usher.matching.Customers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Customers whole, as JSON, with their names beside them for the search. */
@Repository
class StoredCustomers implements Customers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DatabaseClient database;

    StoredCustomers(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Customer> find(String id) {
        return find(List.of(id)).next();
    }

    @Override
    public Flux<Customer> find(Collection<String> ids) {
        return read(database.sql("select body::text from customers where id = any($1)")
                .bind("$1", ids.toArray(String[]::new)));
    }

    /** In one order, so that two who lock the same never wait for each other in a ring. */
    @Override
    public Mono<Void> lock(Collection<String> ids) {
        return database.sql("""
                        select pg_advisory_xact_lock(hashtextextended(id, 0))
                        from (select distinct unnest($1) as id order by 1) as wanted""")
                .bind("$1", ids.toArray(String[]::new))
                .fetch()
                .all()
                .then();
    }

    @Override
    @Transactional
    public Mono<Void> save(List<Customer> customers) {
        return database.sql("""
                        insert into customers (id, version, name, body)
                        select * from unnest($1, $2, $3, $4::jsonb[])
                        on conflict (id) do update
                        set version = excluded.version, name = excluded.name, body = excluded.body
                        where customers.version < excluded.version
                        returning id""")
                .bind("$1", texts(customers, Customer::id))
                .bind("$2", customers.stream().map(Customer::version).toArray(Integer[]::new))
                .bind("$3", texts(customers, Customer::name))
                .bind("$4", texts(customers, JSON::writeValueAsString))
                .mapValue(String.class)
                .all()
                .collectList()
                .flatMap(changed -> names(
                        changed,
                        customers.stream()
                                .filter(customer -> changed.contains(customer.id()))
                                .toList()));
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Mono<Void> follow(Customer logged) {
        return lock(List.of(logged.id())).then(save(List.of(logged)));
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Mono<Void> erase(String id) {
        return lock(List.of(id))
                .then(database.sql("delete from customers where id = $1")
                        .bind("$1", id)
                        .then())
                .then(database.sql("delete from rankings where customer_id = $1")
                        .bind("$1", id)
                        .then());
    }

    @Override
    public Flux<Customer> list(@Nullable String after, int limit) {
        return read(database.sql("""
                        select body::text from customers
                        where $1 = '' or (lower(name), id) >
                              (select lower(name), id from customers where id = $1)
                        order by lower(name), id limit $2""").bind("$1", after == null ? "" : after).bind("$2", limit));
    }

    /** Trigram similarity, PostgreSQL's pg_trgm: a word misspelt is still found. */
    @Override
    public Flux<Customer> search(String words, int skip, int limit) {
        return read(database.sql("""
                        with near as (
                            select customer_id, max(case
                                when name = $2 then 3
                                when name like $3 then 2
                                else greatest(similarity(name, $2), word_similarity($2, name)) end) as nearness
                            from customer_names
                            where name % $2 or $2 <% name or name like $3
                            group by customer_id
                            union all select id, case when id = $1 then 5 else 4 end
                            from customers where lower(id) = lower($1))
                        select body::text from customers
                        join (select customer_id, max(nearness) as nearness from near group by 1) as found
                             on found.customer_id = customers.id
                        order by nearness desc, lower(name), id offset $4 limit $5""")
                .bind("$1", words)
                .bind("$2", Folded.of(words))
                .bind("$3", Folded.of(words).replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .bind("$4", skip)
                .bind("$5", limit));
    }

    private Mono<Void> names(List<String> changed, List<Customer> customers) {
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        customers.forEach(customer -> folded(customer).forEach(name -> {
            ids.add(customer.id());
            names.add(name);
        }));
        return database.sql("delete from customer_names where customer_id = any($1)")
                .bind("$1", changed.toArray(String[]::new))
                .then()
                .then(database.sql("insert into customer_names (customer_id, name) select * from unnest($1, $2)")
                        .bind("$1", ids.toArray(String[]::new))
                        .bind("$2", names.toArray(String[]::new))
                        .then());
    }

    private static Set<String> folded(Customer customer) {
        Set<String> names = new LinkedHashSet<>();
        names.add(Folded.of(customer.name()));
        customer.aliases().forEach(alias -> names.add(Folded.of(alias)));
        return names;
    }

    private static Flux<Customer> read(DatabaseClient.GenericExecuteSpec select) {
        return select.mapValue(String.class).all().map(body -> JSON.readValue(body, Customer.class));
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
