package dev.usher.catalog;

import static dev.usher.catalog.Marketing.newId;
import static dev.usher.catalog.Said.summit;
import static dev.usher.catalog.Said.webinar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.NOT_MODIFIED;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import dev.usher.catalog.Marketing.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.node.ObjectNode;

@CatalogTest
class EventsApiTest {

    private final Marketing marketing;

    EventsApiTest(WebTestClient http) {
        this.marketing = new Marketing(http);
    }

    @Test
    void anEventIsAnnouncedAndCanBeReadAtOnce() {
        Answer answer = marketing.post(summit());

        assertThat(answer.status()).isEqualTo(CREATED);
        assertThat(answer.text("id")).startsWith("2027-customer-success-summit-");
        assertThat(answer.text("status")).isEqualTo("ANNOUNCED");
        assertThat(answer.json().path("version").asInt()).isEqualTo(1);
        assertThat(answer.location()).isEqualTo("/api/events/" + answer.text("id"));
        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(marketing.get(answer.text("id")).ok().json()).isEqualTo(answer.json());
    }

    @Test
    void anAnswerTellsAllThatWasSaidWithTheOffsetsOfTheZone() {
        ObjectNode expected =
                summit().put("startsAt", "2027-03-10T09:00:00-08:00").put("endsAt", "2027-03-11T17:00:00-07:00");
        Answer answer = marketing.post(summit());

        assertThat(answer.text("startsAt")).isEqualTo("2027-03-10T09:00:00-08:00");
        assertThat(answer.json().at("/sessions/1/startsAt").asString()).isEqualTo("2027-03-11T08:30:00-08:00");
        assertThat(answer.json().at("/venue/country").asString()).isEqualTo("US");
        assertThat(answer.json().at("/sessions/0/abstract").asString()).isEqualTo("What works.");
        assertThat(answer.json().propertyNames()).containsAll(expected.propertyNames());
    }

    @Test
    void anIdMayBeChosenButOnlyOnce() {
        String id = newId();

        assertThat(marketing.post(webinar().put("id", id)).text("id")).isEqualTo(id);
        Answer second = marketing.post(webinar().put("id", id).put("name", "Another"));
        assertThat(second.status()).isEqualTo(CONFLICT);
        assertThat(second.text("detail")).contains("PUT /api/events/" + id);
        assertThat(marketing.get(id).text("name")).isEqualTo("Onboarding in a week");
    }

    @Test
    void aChangeIsTheNextVersion() {
        String id = marketing.post(webinar()).text("id");
        Answer changed =
                marketing.put(id, webinar().put("name", "Onboarding in a day")).ok();

        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        assertThat(changed.text("status")).isEqualTo("CHANGED");
        assertThat(changed.etag()).isEqualTo("\"2\"");
        assertThat(marketing.get(id).json()).isEqualTo(changed.json());
    }

    @Test
    void sayingTheAnswerBackChangesNothing() {
        Answer announced = marketing.post(summit());

        Answer again = marketing
                .put(announced.text("id"), (ObjectNode) announced.json())
                .ok();
        assertThat(again.json()).isEqualTo(announced.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "*", "W/\"1\"", "\"7\", \"1\""})
    void aChangeOfTheVersionThatStandsIsMade(String ifMatch) {
        String id = marketing.post(webinar()).text("id");

        assertThat(marketing.put(id, webinar().put("name", "New"), ifMatch).ok().etag())
                .isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"0\"", "\"abc\"", "\"99999999999\"", ""})
    void aChangeOfAnotherVersionIsRefused(String ifMatch) {
        String id = marketing.post(webinar()).text("id");
        Answer refused = marketing.put(id, webinar().put("name", "New"), ifMatch);

        assertThat(refused.status()).isEqualTo(PRECONDITION_FAILED);
        assertThat(refused.etag()).isEqualTo("\"1\"");
        assertThat(marketing.get(id).text("name")).isEqualTo("Onboarding in a week");
    }

    @Test
    void aCancellationOfAnotherVersionIsRefused() {
        String id = marketing.post(webinar()).text("id");
        var stale = marketing.http().post().uri("/api/events/{id}/cancel", id).header("If-Match", "\"2\"");

        assertThat(marketing.sent(stale).status()).isEqualTo(PRECONDITION_FAILED);
        assertThat(marketing.get(id).text("status")).isEqualTo("ANNOUNCED");
    }

    @Test
    void anEventIsCancelledOnceHoweverOftenItIsAsked() {
        String id = marketing.post(webinar()).text("id");
        Answer cancelled = marketing.cancel(id).ok();

        assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
        assertThat(cancelled.json().path("version").asInt()).isEqualTo(2);
        assertThat(marketing.cancel(id).ok().json()).isEqualTo(cancelled.json());
    }

    @Test
    void aCancellationMayHaveAReason() {
        String id = marketing.post(webinar()).text("id");
        var cancel = marketing.http().post().uri("/api/events/{id}/cancel", id);

        assertThat(marketing
                        .sent(cancel.bodyValue(Said.why("The speaker\nis ill")))
                        .text("why"))
                .isEqualTo("The speaker\nis ill");
        assertThat(marketing.get(id).text("why")).isEqualTo("The speaker\nis ill");
    }

    @Test
    void aCancelledEventCannotBeChanged() {
        String id = marketing.post(webinar()).text("id");
        marketing.cancel(id);

        Answer refused = marketing.put(id, webinar().put("name", "New"));
        assertThat(refused.status()).isEqualTo(CONFLICT);
        assertThat(refused.text("detail")).contains("is cancelled");
    }

    @Test
    void anEventThatNobodyAnnouncedIsUnknown() {
        String id = newId();

        assertThat(marketing.get(id).status()).isEqualTo(NOT_FOUND);
        assertThat(marketing.put(id, webinar()).status()).isEqualTo(NOT_FOUND);
        assertThat(marketing.cancel(id).status()).isEqualTo(NOT_FOUND);
        assertThat(marketing.get(id).status()).isEqualTo(NOT_FOUND);
    }

    @Test
    void anotherIdInTheBodyThanInThePathIsRefused() {
        String id = marketing.post(webinar()).text("id");
        Answer refused = marketing.put(id, webinar().put("id", newId()));

        assertThat(refused.status()).isEqualTo(BAD_REQUEST);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("id");
    }

    @Test
    void whoHasReadTheVersionThatStandsIsNotSentItAgain() {
        Answer announced = marketing.post(webinar());
        var again = marketing
                .http()
                .get()
                .uri("/api/events/{id}", announced.text("id"))
                .header("If-None-Match", announced.etag());

        assertThat(marketing.sent(again).status()).isEqualTo(NOT_MODIFIED);
    }
}
