package dev.usher.catalog;

import static dev.usher.catalog.Said.summit;
import static dev.usher.catalog.Said.webinar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.catalog.Marketing.Answer;
import dev.usher.testkit.TestClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

@CatalogTest
class EventListTest {

    private final Marketing marketing;
    private final TestClock clock;

    /** A word that only this test's events bear, so that others do not get into its lists. */
    private final String mine = UUID.randomUUID().toString();

    EventListTest(WebTestClient http, TestClock clock) {
        this.marketing = new Marketing(http);
        this.clock = clock;
    }

    @Test
    void allAreListedByTheirStartPageByPage() {
        for (int day : List.of(3, 1, 2, 2, 1)) {
            announced("2027-05-0" + day);
        }

        List<String> starts = new ArrayList<>();
        Answer page = listed("", "&limit=2");
        for (int pages = 1; pages < 3; pages++) {
            assertThat(page.json().path("items")).hasSize(2);
            starts.addAll(page.json().path("items").findValuesAsString("startsAt"));
            page = listed("", "&limit=2&cursor=" + page.text("nextCursor"));
        }
        starts.addAll(page.json().path("items").findValuesAsString("startsAt"));

        assertThat(starts)
                .map(start -> start.substring(0, 10))
                .containsExactly("2027-05-01", "2027-05-01", "2027-05-02", "2027-05-02", "2027-05-03");
        assertThat(page.json().path("nextCursor").isMissingNode()
                        || page.json().path("nextCursor").isNull())
                .isTrue();
    }

    @Test
    void upcomingIsWhatIsNeitherOverNorCancelled() {
        clock.set(Instant.parse("2027-05-02T14:30:00Z"));
        String over = announced("2027-05-01");
        String running = announced("2027-05-02");
        String coming = announced("2027-05-03");
        String cancelled = announced("2027-05-04");
        marketing.cancel(cancelled);

        assertThat(ids(listed("", "&upcoming=true"))).containsExactly(running, coming);
        assertThat(ids(listed("", "&upcoming=false"))).containsExactly(over, cancelled);
        assertThat(ids(listed("", ""))).hasSize(4);
    }

    @Test
    void aQueryFindsWordsOfNameSeriesTopicsAndCityWithoutRegardToCase() {
        String id = marketing.post(summit().put("name", "Summit " + mine)).text("id");
        announced("2027-05-01");

        for (String words : List.of("SUMMIT", "customer success", "scaling", "san francisco", "cs summit francisco")) {
            assertThat(ids(listed(" " + words, ""))).as(words).containsExactly(id);
        }
        assertThat(ids(listed(" paris", ""))).isEmpty();
        assertThat(ids(listed("%", ""))).isEmpty();
    }

    @Test
    void aListedEventCountsItsSessionsInsteadOfTellingThem() {
        marketing.post(summit().put("name", "Summit " + mine));

        var event = listed("", "").json().at("/items/0");
        assertThat(event.path("sessionCount").asInt()).isEqualTo(2);
        assertThat(event.has("sessions")).isFalse();
        assertThat(event.at("/venue/city").asString()).isEqualTo("San Francisco");
        assertThat(event.path("startsAt").asString()).isEqualTo("2027-03-10T09:00:00-08:00");
    }

    private String announced(String day) {
        return marketing
                .post(webinar()
                        .put("name", "Webinar " + mine)
                        .put("startsAt", day + "T16:00")
                        .put("endsAt", day + "T17:00"))
                .text("id");
    }

    private List<String> ids(Answer page) {
        return page.json().path("items").findValuesAsString("id");
    }

    private Answer listed(String words, String more) {
        return marketing
                .sent(marketing.http().get().uri("/api/events?query={words}" + more, mine + words))
                .ok();
    }
}
