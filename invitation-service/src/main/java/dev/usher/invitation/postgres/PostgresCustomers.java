package dev.usher.invitation.postgres;

import dev.usher.invitation.Customer;
import dev.usher.invitation.Customers;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tables {@code known_customers} and {@code known_names}. */
@Repository
class PostgresCustomers implements Customers {

    private static final String KEEP = """
            insert into known_customers (id, version, name, facts) values (:id, :version, :name, :facts)
            on conflict (id) do update set version = excluded.version, name = excluded.name, facts = excluded.facts
            where known_customers.version < excluded.version
            """;

    private final DatabaseClient database;

    PostgresCustomers(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Customer> find(String id) {
        return database.sql("select facts from known_customers where id = :id")
                .bind("id", id)
                .map(row -> Columns.json(row, "facts", Customer.class))
                .one();
    }

    @Override
    public Flux<Customer> among(Collection<String> ids) {
        return database.sql("select facts from known_customers where id = any(:ids)")
                .bind("ids", ids.toArray(String[]::new))
                .map(row -> Columns.json(row, "facts", Customer.class))
                .all();
    }

    @Override
    public Mono<Boolean> keep(Customer customer) {
        return database.sql(KEEP)
                .bind("id", customer.id())
                .bind("version", customer.version())
                .bind("name", customer.name())
                .bind("facts", Objects.requireNonNull(Columns.json(customer)))
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 0 ? Mono.just(false) : names(customer).thenReturn(true));
    }

    private Mono<Void> names(Customer customer) {
        String[] names = Stream.concat(Stream.of(customer.id(), customer.name()), customer.aliases().stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(0, Math.min(200, name.length())))
                .distinct()
                .toArray(String[]::new);
        return database.sql("delete from known_names where customer_id = :id")
                .bind("id", customer.id())
                .then()
                .then(database.sql("insert into known_names (customer_id, name) select :id, unnest(:names)")
                        .bind("id", customer.id())
                        .bind("names", names)
                        .then());
    }

    @Override
    public Mono<Void> erase(String id) {
        return database.sql("delete from known_customers where id = :id")
                .bind("id", id)
                .then();
    }
}
