package dev.usher.catalog;

import static dev.usher.catalog.Said.summit;
import static dev.usher.catalog.Said.webinar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import dev.usher.catalog.Marketing.Answer;
import dev.usher.rest.Cursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.node.ObjectNode;

@CatalogTest
class BadInputTest {

    private final Marketing marketing;

    BadInputTest(WebTestClient http) {
        this.marketing = new Marketing(http);
    }

    @Test
    void everyFaultIsAnsweredWithItsField() {
        ObjectNode said =
                summit().put("name", "").put("endsAt", "2027-03-09T09:00").put("capacity", 0);
        said.withObject("venue").put("country", "Atlantis");
        ((ObjectNode) said.withArray("sessions").get(1)).remove("title");
        Answer answer = marketing.post(said);

        assertThat(answer.status()).isEqualTo(BAD_REQUEST);
        assertThat(answer.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "endsAt", "capacity", "venue.country", "sessions[1].title");
        assertThat(answer.json().at("/errors/0/why").asString()).isEqualTo("is required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name               | {\"name\": 7}",
                "capacity           | {\"capacity\": \"many\"}",
                "capacity           | {\"capacity\": 1.5}",
                "capacity           | {\"capacity\": 99999999999}",
                "topics             | {\"topics\": \"AI\"}",
                "topics[1]          | {\"topics\": [\"AI\", {}]}",
                "venue              | {\"venue\": \"Berlin\"}",
                "sessions           | {\"sessions\": {\"id\": \"a\"}}",
                "sessions[0].title  | {\"sessions\": [{\"id\": \"a\", \"title\": [\"b\"]}]}",
                "startsAt           | {\"startsAt\": 1804000000}",
                "name               | {\"name\": \"a\\u0000b\"}"
            })
    void aValueOfTheWrongTypeIsAnsweredWithItsField(String field, String body) {
        Answer answer = posted(body);

        assertThat(answer.status()).isEqualTo(BAD_REQUEST);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void anEntryThatIsNullIsAnsweredWithItsPlace() {
        ObjectNode said = webinar();
        said.putArray("topics").add("AI").addNull();
        Answer answer = marketing.post(said);

        assertThat(answer.status()).isEqualTo(BAD_REQUEST);
        assertThat(answer.text("detail")).isEqualTo("topics[1]: must not be null");
        String known = marketing.post(webinar()).text("id");
        assertThat(marketing.put(known, said).status()).isEqualTo(BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": ", "[]", "null", "\"event\"", "", "{\"name\": \"a\"} }", "\u0000"})
    void whatIsNoJsonObjectIsABadRequest(String body) {
        assertThat(posted(body).status()).isEqualTo(BAD_REQUEST);
    }

    @Test
    void aTimeThatADayLightSavingGapSkipsIsNamed() {
        Answer answer = marketing.post(webinar().put("startsAt", "2027-03-28T02:30"));

        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("startsAt");
        assertThat(answer.text("detail")).contains("does not exist in Europe/Berlin");
    }

    @Test
    void aBodyOfFiveMegabytesIsTooLarge() {
        Answer answer = marketing.post(webinar().put("description", "a".repeat(5 * 1024 * 1024)));

        assertThat(answer.status()).isEqualTo(CONTENT_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0007", "a\nb"})
    void aControlCharacterInAPathIsABadRequest(String id) {
        assertThat(marketing.get(id).status()).isEqualTo(BAD_REQUEST);
        assertThat(marketing.put(id, webinar()).status()).isEqualTo(BAD_REQUEST);
        assertThat(marketing.cancel(id).status()).isEqualTo(BAD_REQUEST);
    }

    @Test
    void aReasonThatCannotBePrintedIsRefused() {
        String id = marketing.post(webinar()).text("id");
        var cancel = marketing.http().post().uri("/api/events/{id}/cancel", id).bodyValue(Said.why("a\u0007"));

        assertThat(marketing.sent(cancel).json().at("/errors/0/field").asString())
                .isEqualTo("why");
        assertThat(marketing.get(id).text("status")).isEqualTo("ANNOUNCED");
    }

    @Test
    void anotherMethodOrTypeIsAnsweredWithAProblem() {
        assertThat(marketing.sent(marketing.http().delete().uri("/api/events")).status())
                .isEqualTo(METHOD_NOT_ALLOWED);
        assertThat(marketing
                        .sent(marketing
                                .http()
                                .post()
                                .uri("/api/events")
                                .contentType(MediaType.TEXT_XML)
                                .bodyValue("<event/>"))
                        .status())
                .isEqualTo(UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,201", "limit,x", "cursor,abc", "cursor,YQ.Yg", "upcoming,maybe"})
    void aListAskedForWronglyIsABadRequest(String parameter, String value) {
        Answer answer = marketing.sent(marketing.http().get().uri("/api/events?{parameter}={value}", parameter, value));

        assertThat(answer.status()).isEqualTo(BAD_REQUEST);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "3000-02-01T00:00:00Z"})
    void aForgedCursorIsABadRequest(String start) {
        Answer answer = marketing.sent(
                marketing.http().get().uri("/api/events?cursor={cursor}", Cursor.encode(start, "webinar")));

        assertThat(answer.status()).isEqualTo(BAD_REQUEST);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("cursor");
    }

    private Answer posted(String body) {
        return marketing.sent(marketing
                .http()
                .post()
                .uri("/api/events")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body));
    }
}
