package dev.usher.catalog;

import static dev.usher.catalog.Announcements.meetup;
import static dev.usher.catalog.Marketing.newId;
import static dev.usher.catalog.Said.webinar;
import static dev.usher.contracts.Topics.EVENTS;
import static dev.usher.contracts.Topics.EVENT_ANNOUNCEMENTS;
import static dev.usher.contracts.Topics.PARKED_SUFFIX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.usher.contracts.avro.Event;
import dev.usher.contracts.avro.EventAnnouncement;
import dev.usher.contracts.avro.EventStatus;
import dev.usher.messaging.Headers;
import dev.usher.testkit.Seen;
import dev.usher.testkit.TestBroker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

@CatalogTest
class AnnouncementDoorTest {

    private final Marketing marketing;
    private final TestBroker broker;
    private final String id = newId();

    AnnouncementDoorTest(WebTestClient http, TestBroker broker) {
        this.marketing = new Marketing(http);
        this.broker = broker;
    }

    @Test
    void anAnnouncementBecomesTheFirstVersion() {
        String cause = announce(meetup(id));
        Seen<Event> told = told(1);

        assertThat(told.body().getStatus()).isEqualTo(EventStatus.ANNOUNCED);
        assertThat(told.body().getStartsAt()).isEqualTo("2027-06-03T17:00:00Z");
        assertThat(told.body().getVenue().getCountry()).isEqualTo("PT");
        assertThat(told.body().getSessions())
                .singleElement()
                .extracting("title")
                .isEqualTo("Welcome");
        assertThat(told.headers()).containsEntry(Headers.CAUSED_BY, cause);
        assertThat(marketing.get(id).ok().text("startsAt")).isEqualTo("2027-06-03T18:00:00+01:00");
    }

    @Test
    void anIdAnnouncedAgainIsAChange() {
        announce(meetup(id));
        announce(EventAnnouncement.newBuilder(meetup(id))
                .setName("Lisbon Meetup")
                .build());

        assertThat(told(2).body().getStatus()).isEqualTo(EventStatus.CHANGED);
        assertThat(told(2).body().getName()).isEqualTo("Lisbon Meetup");
    }

    @Test
    void theSameAnnouncedAgainChangesNothing() {
        announce(meetup(id));
        announce(meetup(id));
        announce(EventAnnouncement.newBuilder(meetup(id)).setCapacity(40).build());

        assertThat(told(2).body().getCapacity()).isEqualTo(40);
        assertThat(versionsTold()).containsExactly(1, 2);
    }

    @Test
    void aRecordThatComesTwiceCountsOnce() {
        announce(meetup(id));
        EventAnnouncement renamed =
                EventAnnouncement.newBuilder(meetup(id)).setName("Renamed").build();
        broker.send(EVENT_ANNOUNCEMENTS, id, renamed, id + "-renamed");
        announce(meetup(id));
        broker.send(EVENT_ANNOUNCEMENTS, id, renamed, id + "-renamed");
        announce(EventAnnouncement.newBuilder(meetup(id)).setName("Last").build());

        assertThat(told(4).body().getName()).isEqualTo("Last");
    }

    @Test
    void bothDoorsLeadToTheSameEvents() {
        marketing.post(webinar().put("id", id));
        announce(meetup(id));

        assertThat(told(2).body().getStatus()).isEqualTo(EventStatus.CHANGED);
        assertThat(marketing.get(id).text("name")).isEqualTo("Lisbon Customer Success Meetup");
    }

    @Test
    void aRefusedAnnouncementIsParkedWithEveryReason() {
        announce(EventAnnouncement.newBuilder(meetup(id))
                .setTimeZone("Europe/Atlantis")
                .setSessions(List.of(Announcements.session("welcome", "")))
                .build());

        assertThat(cause()).contains("timeZone must be an IANA time zone").contains("sessions[0].title is required");
        assertThat(marketing.get(id).status()).isEqualTo(NOT_FOUND);
    }

    @Test
    void anAnnouncementOfACancelledEventIsParked() {
        marketing.post(webinar().put("id", id));
        marketing.cancel(id);
        announce(meetup(id));

        assertThat(cause()).contains("is cancelled");
        assertThat(marketing.get(id).text("status")).isEqualTo("CANCELLED");
    }

    @Test
    void anAnnouncementUnderAnotherKeyIsParked() {
        broker.send(EVENT_ANNOUNCEMENTS, id, meetup("other-" + id));

        assertThat(cause()).contains("must be the same");
        assertThat(marketing.get("other-" + id).status()).isEqualTo(NOT_FOUND);
    }

    @Test
    void anEmptyRecordIsParked() {
        broker.sendBytes(EVENT_ANNOUNCEMENTS, id, null, Map.of());

        assertThat(cause()).contains("the record is empty");
    }

    @Test
    void whatDoesNotDecodeIsParkedAndItsNeighboursAreTold() {
        announce(meetup(id));
        broker.sendBytes(EVENT_ANNOUNCEMENTS, id, new byte[] {0, 1, 2, 3}, Map.of());
        broker.sendBytes(EVENT_ANNOUNCEMENTS, id, "hello".getBytes(), Map.of());
        announce(EventAnnouncement.newBuilder(meetup(id)).setName("After").build());

        assertThat(told(2).body().getName()).isEqualTo("After");
        broker.awaitBytes(EVENT_ANNOUNCEMENTS + PARKED_SUFFIX, seen -> "hello".equals(new String(seen.body())));
    }

    @Test
    void aRecordFromOutsideNeedsNoMessageId() {
        broker.sendBytes(EVENT_ANNOUNCEMENTS, id, broker.encode(EVENT_ANNOUNCEMENTS, meetup(id)), Map.of());

        assertThat(told(1).headers().get(Headers.CAUSED_BY)).startsWith(EVENT_ANNOUNCEMENTS + "-");
    }

    private String announce(EventAnnouncement announcement) {
        return broker.send(EVENT_ANNOUNCEMENTS, announcement.getId(), announcement);
    }

    private Seen<Event> told(int version) {
        return broker.awaitRecord(
                EVENTS,
                Event.class,
                seen -> seen.key().equals(id) && seen.body().getVersion() == version);
    }

    private List<Integer> versionsTold() {
        return broker.records(EVENTS, Event.class).stream()
                .filter(seen -> seen.key().equals(id))
                .map(seen -> seen.body().getVersion())
                .toList();
    }

    private String cause() {
        Seen<byte[]> parked = broker.awaitBytes(EVENT_ANNOUNCEMENTS + PARKED_SUFFIX, seen -> id.equals(seen.key()));
        return parked.headers().getOrDefault(Headers.PARKED_CAUSE, "none");
    }
}
