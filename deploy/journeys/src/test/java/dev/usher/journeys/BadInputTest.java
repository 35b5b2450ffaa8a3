package dev.usher.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be accepted is told clearly, by the door in front, and never by 5xx. */
class BadInputTest {

    private final RunningUsher usher = RunningUsher.get();
    private final Api api = usher.api();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name            | ""
            type            | "PARTY"
            startsAt        | "2027-05-02T09:00"
            startsAt        | "2027-03-28T02:30"
            startsAt        | 5
            timeZone        | "Mars/Olympus"
            registrationUrl | "javascript:alert(1)"
            capacity        | 0
            venue           | {"country":"Atlantis"}
            sessions        | [{"id":"s","startsAt":"2027-05-01T09:00","endsAt":"2027-05-01T10:00"}]
            sessions        | [{"id":"s","title":"Early","startsAt":"2027-04-30T09:00","endsAt":"2027-04-30T10:00"}]
            """)
    void anEventThatCannotBeIsRefusedWithItsField(String field, String value) {
        Map<String, String> event = new HashMap<>(Map.of(
                "name",
                "\"Good Name\"",
                "type",
                "\"WEBINAR\"",
                "format",
                "\"VIRTUAL\"",
                "startsAt",
                "\"2027-05-01T09:00\"",
                "endsAt",
                "\"2027-05-01T17:00\"",
                "timeZone",
                "\"Europe/Berlin\""));
        event.put(field, value);
        if (value.contains("03-28")) {
            event.put("endsAt", "\"2027-03-28T17:00\"");
        }
        StringBuilder json = new StringBuilder("{");
        event.forEach((name, text) -> json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(text));

        Api.Answer answer =
                api.post("/api/events", "application/json", json.append('}').toString());

        assertProblem(answer, 400);
        assertThat(answer.json().path("errors").toString()).contains(value.contains("05-02") ? "endsAt" : field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/events",
                "/api/chat",
                "/api/events/customer-success-summit/invite",
                "/api/invitations/approve"
            })
    void brokenJsonIsAProblem(String path) {
        assertProblem(api.post(path, "application/json", "{\"text\": \"unfinished"), 400);
        assertProblem(api.post(path, "application/json", "[1,2,3]"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/events/nowhere",
                "/api/customers/nobody",
                "/api/invitations/none",
                "/api/events/nowhere/relevant-customers",
                "/nothing"
            })
    void whatDoesNotExistIsAProblem(String path) {
        assertProblem(api.get(path), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/events/a%00b", "/api/customers/a%0Ab", "/api/invitations/%07"})
    void controlCharactersInAPathAreAProblem(String path) {
        assertProblem(api.get(path), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/events?query=100%", "/api/events/a|b"})
    void anAddressThatIsNoUriIsAProblem(String address) {
        assertProblem(api.getUnchecked(address), 400);
    }

    @Test
    void fiveMegabytesAreAProblem() {
        assertProblem(api.post("/api/events", "application/json", "{\"name\":\"" + "x".repeat(5_000_000) + "\"}"), 413);
    }

    @Test
    void aCustomerWithoutContactIsRefusedWithWhy() {
        Api.Answer answer = api.post(
                "/api/events/customer-success-summit/invite", Map.of("customerIds", java.util.List.of("umbra")));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().path("invitations")).isEmpty();
        assertThat(answer.json().path("refused").path(0).path("why").asString()).containsIgnoringCase("contact");
    }

    @Test
    void aNameThatFitsTwoCustomersIsAskedBack() {
        Api.Answer answer =
                api.post("/api/chat", Map.of("text", "Invite Polari Analytics to the Customer Success Summit"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("invitations")).isEmpty();
        assertThat(answer.json().path("reply").asString()).contains("Polaris Analytics", "Polarion Analytics", "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/r/", "/u/"})
    void aTokenTamperedWithGetsAPageThatSaysWhatToDo(String path) {
        Api.Answer answer = api.get(path + "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.type()).startsWith("text/html");
        assertThat(answer.text()).containsIgnoringCase("link");
    }

    private static void assertProblem(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).as(answer.text()).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asString("")).as(answer.text()).isNotBlank();
    }
}
