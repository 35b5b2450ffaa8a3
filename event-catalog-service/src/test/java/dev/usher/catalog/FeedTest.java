package dev.usher.catalog;

import static dev.usher.catalog.Marketing.newId;
import static dev.usher.catalog.Said.summit;
import static dev.usher.catalog.Said.webinar;
import static dev.usher.contracts.Topics.EVENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.avro.Event;
import dev.usher.contracts.avro.EventStatus;
import dev.usher.testkit.Seen;
import dev.usher.testkit.TestBroker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ObjectNode;

@CatalogTest
class FeedTest {

    private final Marketing marketing;
    private final TestBroker broker;
    private final DatabaseClient database;
    private final String id = newId();

    FeedTest(WebTestClient http, TestBroker broker, DatabaseClient database) {
        this.marketing = new Marketing(http);
        this.broker = broker;
        this.database = database;
    }

    @Test
    void theWholeStateIsTold() {
        marketing.post(summit().put("id", id));
        Event told = told(EventStatus.ANNOUNCED).body();

        assertThat(told.getVersion()).isEqualTo(1);
        assertThat(told.getStartsAt()).isEqualTo(Instant.parse("2027-03-10T17:00:00Z"));
        assertThat(told.getTimeZone()).isEqualTo("America/Los_Angeles");
        assertThat(told.getTopics()).containsExactly("AI in CS", "Scaling Success");
        assertThat(told.getSessions().getFirst().getSpeakers())
                .extracting("name")
                .containsExactly("Li Wei");
        assertThat(told.getOffer().getExpiresOn()).isEqualTo(LocalDate.parse("2027-02-15"));
        assertThat(told.getHost().getEmail()).isEqualTo("events@host.example");
        assertThat(told.getFollowUp().getRecordingUrl()).isEqualTo("https://events.example/summit/video");
    }

    @Test
    void everyVersionIsToldOnceAndInOrder() {
        marketing.post(webinar().put("id", id));
        marketing.put(id, webinar().put("name", "New"));
        marketing.put(id, webinar().put("name", "New"));
        marketing.cancel(id);
        marketing.cancel(id);
        marketing.put(id, webinar());
        told(EventStatus.CANCELLED);

        assertThat(all()).extracting(seen -> seen.body().getVersion()).containsExactly(1, 2, 3);
        assertThat(all())
                .extracting(seen -> seen.body().getStatus())
                .containsExactly(EventStatus.ANNOUNCED, EventStatus.CHANGED, EventStatus.CANCELLED);
        assertThat(all()).extracting(Seen::id).doesNotHaveDuplicates();
    }

    @Test
    void theTraceOfTheRequestGoesOn() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var post = marketing
                .http()
                .post()
                .uri("/api/events")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        marketing.sent(post.bodyValue(webinar().put("id", id)));

        assertThat(told(EventStatus.ANNOUNCED).headers().get("traceparent")).contains(trace);
    }

    @Test
    void aVersionThatCannotBeToldIsNotKept() {
        run(
                "create function refuse() returns trigger language plpgsql as 'begin raise ''no''; end'",
                "create trigger mute before insert on outbox for each row when (new.record_key = '%s') execute function refuse()"
                        .formatted(id));
        assertThat(marketing.post(webinar().put("id", id)).status().is5xxServerError())
                .isTrue();
        run("drop trigger mute on outbox", "drop function refuse()");

        assertThat(marketing.get(id).status().value()).isEqualTo(404);
    }

    @Test
    void aVersionThatCannotBeKeptIsNotTold() {
        run(
                "create function refuse() returns trigger language plpgsql as 'begin raise ''no''; end'",
                "create constraint trigger forget after insert on events deferrable initially deferred for each row when (new.id = '%s') execute function refuse()"
                        .formatted(id));
        ObjectNode said = webinar().put("id", id);
        assertThat(marketing.post(said).status().is5xxServerError()).isTrue();
        run("drop trigger forget on events", "drop function refuse()");
        marketing.post(said.put("name", "Kept"));

        assertThat(told(EventStatus.ANNOUNCED).body().getName()).isEqualTo("Kept");
        assertThat(all()).hasSize(1);
    }

    private void run(String... statements) {
        Flux.fromArray(statements).concatMap(sql -> database.sql(sql).then()).blockLast();
    }

    private Seen<Event> told(EventStatus status) {
        return broker.awaitRecord(
                EVENTS,
                Event.class,
                seen -> seen.key().equals(id) && seen.body().getStatus() == status);
    }

    private List<Seen<Event>> all() {
        return broker.records(EVENTS, Event.class).stream()
                .filter(seen -> seen.key().equals(id))
                .toList();
    }
}
