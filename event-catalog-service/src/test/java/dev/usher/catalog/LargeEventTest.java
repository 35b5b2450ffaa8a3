package dev.usher.catalog;

import static dev.usher.catalog.Marketing.newId;
import static dev.usher.catalog.Said.webinar;
import static dev.usher.contracts.Topics.EVENTS;
import static dev.usher.contracts.Topics.EVENT_ANNOUNCEMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.CREATED;

import dev.usher.contracts.avro.AnnouncedSession;
import dev.usher.contracts.avro.Event;
import dev.usher.contracts.avro.EventAnnouncement;
import dev.usher.testkit.TestBroker;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@CatalogTest
class LargeEventTest {

    private static final int SESSIONS = 1_000;

    private final Marketing marketing;
    private final TestBroker broker;
    private final String id = newId();

    LargeEventTest(WebTestClient http, TestBroker broker) {
        this.marketing = new Marketing(http);
        this.broker = broker;
    }

    @Test
    void aThousandSessionsWithLongAbstractsAreAnnouncedByRequest() {
        ObjectNode said = webinar().put("id", id);
        ArrayNode sessions = said.putArray("sessions");
        for (int i = 0; i < SESSIONS; i++) {
            sessions.addObject()
                    .put("id", "s" + i)
                    .put("title", "Session " + i)
                    .put("abstract", "a".repeat(1_700))
                    .put("startsAt", "2027-05-04T16:00")
                    .put("endsAt", "2027-05-04T16:30");
        }

        assertThat(marketing.post(said).status()).isEqualTo(CREATED);
        assertThat(marketing.get(id).json().path("sessions")).hasSize(SESSIONS);
        assertThat(told().getSessions()).hasSize(SESSIONS);
    }

    @Test
    void aRecordOfNearlyFourMegabytesIsAnnouncedByTopic() {
        List<AnnouncedSession> sessions = IntStream.range(0, SESSIONS)
                .mapToObj(i -> AnnouncedSession.newBuilder(Announcements.session("s" + i, "Session " + i))
                        .setAbstract$("a".repeat(3_900))
                        .build())
                .toList();
        broker.send(
                EVENT_ANNOUNCEMENTS,
                id,
                EventAnnouncement.newBuilder(Announcements.meetup(id))
                        .setSessions(sessions)
                        .build());

        assertThat(told().getSessions()).hasSize(SESSIONS);
    }

    private Event told() {
        return broker.awaitRecord(EVENTS, Event.class, seen -> seen.key().equals(id))
                .body();
    }
}
