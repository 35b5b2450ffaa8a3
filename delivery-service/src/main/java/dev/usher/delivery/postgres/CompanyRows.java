package dev.usher.delivery.postgres;

import dev.usher.delivery.Companies;
import dev.usher.delivery.Company;
import dev.usher.delivery.Guest;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tables known_customers and contacts. */
@Repository
class CompanyRows implements Companies {

    private static final String PUT = """
            insert into known_customers (id, version, name, time_zone, csm_id, csm_name, csm_email)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (id) do update set version = excluded.version, name = excluded.name,
                time_zone = excluded.time_zone, csm_id = excluded.csm_id, csm_name = excluded.csm_name,
                csm_email = excluded.csm_email
            where known_customers.version <= excluded.version
            """;
    private static final String ADD_PERSON = """
            insert into contacts (customer_id, contact_id, name, address, time_zone, opted_out)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing
            """;
    private static final String GUEST = """
            select customer_id, contact_id, address, name from contacts
            where (customer_id = :customer or :customer = '') and (contact_id = :contact or :contact = '')
                and (lower(address) = :address or :address = '')
                and (:address <> '' or (:customer <> '' and :contact <> ''))
            order by customer_id, contact_id limit 1
            """;
    private static final String ZONE = """
            select coalesce(c.time_zone, k.time_zone) as zone from known_customers k
            left join contacts c on c.customer_id = k.id and lower(c.address) = $2
            where k.id = $1 limit 1
            """;

    private final DatabaseClient database;

    CompanyRows(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> put(Company company) {
        return upsert(company)
                .filter(count -> count == 1)
                .flatMap(_ -> delete("contacts where customer_id = $1", company.id())
                        .then(delete("erased_customers where id = $1", company.id()))
                        .then(Flux.fromIterable(company.people())
                                .concatMap(person -> add(company.id(), person))
                                .then()));
    }

    private Mono<Void> delete(String these, String customerId) {
        return database.sql("delete from " + these).bind("$1", customerId).then();
    }

    private Mono<Long> upsert(Company company) {
        Company.Csm csm = company.csm();
        return database.sql(PUT)
                .bind("$1", company.id())
                .bind("$2", company.version())
                .bind("$3", company.name())
                .bind("$4", zone(company.zone()))
                .bind("$5", text(csm == null ? null : csm.id()))
                .bind("$6", text(csm == null ? null : csm.name()))
                .bind("$7", text(csm == null ? null : csm.email()))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> add(String customerId, Company.Person person) {
        return database.sql(ADD_PERSON)
                .bind("$1", customerId)
                .bind("$2", person.id())
                .bind("$3", person.name())
                .bind("$4", person.email())
                .bind("$5", zone(person.zone()))
                .bind("$6", person.optedOut())
                .then();
    }

    private static Object zone(@Nullable ZoneId zone) {
        return text(zone == null ? null : zone.getId());
    }

    private static Object text(@Nullable String value) {
        return value == null ? Parameters.in(R2dbcType.VARCHAR) : value;
    }

    @Override
    public Mono<Void> erase(String customerId, Instant now) {
        return delete("known_customers where id = $1", customerId)
                .then(database.sql("insert into erased_customers (id, at) values ($1, $2) on conflict do nothing")
                        .bind("$1", customerId)
                        .bind("$2", now)
                        .then());
    }

    @Override
    public Mono<Company> find(String customerId) {
        return database.sql("select * from known_customers where id = $1")
                .bind("$1", customerId)
                .map(CompanyRows::company)
                .one();
    }

    private static Company company(Readable row) {
        String csm = DeliveryRow.maybe(row, "csm_id");
        return new Company(
                DeliveryRow.text(row, "id"),
                DeliveryRow.whole(row, "version"),
                DeliveryRow.text(row, "name"),
                zoneOf(DeliveryRow.maybe(row, "time_zone")),
                csm == null
                        ? null
                        : new Company.Csm(csm, DeliveryRow.maybe(row, "csm_name"), DeliveryRow.maybe(row, "csm_email")),
                List.of());
    }

    private static @Nullable ZoneId zoneOf(@Nullable String id) {
        return id == null ? null : ZoneId.of(id);
    }

    @Override
    public Mono<Guest> guest(
            String eventId, @Nullable String customerId, @Nullable String contactId, @Nullable String address) {
        return database.sql(GUEST)
                .bind("customer", Objects.requireNonNullElse(customerId, ""))
                .bind("contact", Objects.requireNonNullElse(contactId, ""))
                .bind("address", address == null ? "" : Guest.keyOf(address))
                .map(row -> new Guest(
                        eventId,
                        DeliveryRow.text(row, "customer_id"),
                        DeliveryRow.text(row, "contact_id"),
                        DeliveryRow.text(row, "address"),
                        DeliveryRow.text(row, "name")))
                .one();
    }

    @Override
    public Mono<ZoneId> zoneOf(Guest guest) {
        return database.sql(ZONE)
                .bind("$1", guest.customerId())
                .bind("$2", guest.key())
                .map(row -> Objects.requireNonNullElse(DeliveryRow.maybe(row, "zone"), ""))
                .one()
                .filter(zone -> !zone.isEmpty())
                .map(ZoneId::of);
    }
}
