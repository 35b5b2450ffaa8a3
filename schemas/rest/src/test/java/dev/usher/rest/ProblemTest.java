package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "server.address=127.0.0.1")
class ProblemTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    ProblemTest(@Value("${local.server.port}") int port) {
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":42}                                     | name             | must be text, not '42'
            {"name":true}                                   | name             | must be text, not 'true'
            {"name":{"x":1}}                                | name             | must be text
            {"name":["a"]}                                  | name             | must be text
            {"name":"a","size":"HUGE"}                      | size             | must be one of SMALL, LARGE, not 'HUGE'
            {"name":"a","gift":"perhaps"}                   | gift             | must be true or false, not 'perhaps'
            {"name":"a","weight":"heavy"}                   | weight           | must be a number, not 'heavy'
            {"name":"a","gift":1}                           | gift             | must be true or false, not '1'
            {"name":"a","size":1}                           | size             | must be one of SMALL, LARGE, not '1'
            {"name":"a","lines":[{"article":"b","count":"7"}]} | lines[0].count | must be a whole number
            {"name":"\\ud800"}                              | name             | must be well-formed text
            {"name":"a","tags":"one"}                       | tags             | must be a list
            {"name":"a","tags":["x",7]}                     | tags[1]          | must be text, not '7'
            {"name":"a","lines":[{"article":"b"},5]}        | lines[1]         | must be an object
            {"name":"a","lines":[{"article":"b","count":1.5}]} | lines[0].count | must be a whole number, not '1.5'
            {"name":"a","lines":[{"article":"b","count":99999999999}]} | lines[0].count | is a number out of range
            {"name":"a","lines":[{"article":"b","at":"soon"}]} | lines[0].at   | must be a date and time with an offset such as 2027-03-09T14:00-08:00, not 'soon'
            {"name":"a\\u0000b"}                            | name             | must not contain the character U+0000
            {"name":"a","tags":["\\u0000"]}                 | tags[0]          | must not contain the character U+0000
            {"name":" "}                                    | name             | must not be blank
            {"size":"SMALL"}                                | name             | must not be blank
            {"name":"a","lines":[{"article":""}]}           | lines[0].article | must not be blank
            """)
    void namesTheFieldThatIsWrong(String body, String field, String why) throws Exception {
        JsonNode problem = problem(post("/orders", body), 400);
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/why").asString()).isEqualTo(why);
        assertThat(problem.at("/detail").asString()).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"name\":}", "nonsense", "[1,2]", "\"text\"", "", "null", "{\"name\":\"a\"} trailing"})
    void refusesWhatIsNoObject(String body) throws Exception {
        problem(post("/orders", body), 400);
    }

    @Test
    void refusesBytesThatAreNoText() throws Exception {
        HttpRequest request = to("/orders")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'}))
                .build();
        problem(send(request), 400);
    }

    @Test
    void takesAnEmptyTextForUnknown() throws Exception {
        HttpResponse<String> answer = post("/orders", "{\"name\":\"a\",\"size\":\"\",\"gift\":\"\",\"lines\":null}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).at("/size").isNull()).isTrue();
    }

    @Test
    void keepsTheOffsetOfATime() throws Exception {
        HttpResponse<String> answer = post(
                "/orders", "{\"name\":\"a\",\"lines\":[{\"article\":\"b\",\"at\":\"2027-03-09T14:00:00-08:00\"}]}");
        assertThat(answer.body()).contains("2027-03-09T14:00:00-08:00");
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404",
        "/orders/7, 404",
        "/orders/a%00b, 400",
        "/orders/a%0Ab, 400",
        "/orders?query=%00, 400",
        "/orders?que%00ry=a, 400",
        "/orders?limit=0, 400",
        "/orders?limit=many, 400",
        "/orders?cursor=nonsense!, 400",
        "/orders?cursor=YQ, 400",
        "/orders?cursor=~YQ.AA, 400",
        "/unstorable, 400",
        "/required, 400",
        "/required?number=x, 400",
        "/away, 503",
        "/refused, 503",
        "/broken, 500",
        "/bare, 410",
    })
    void answersAProblem(String path, int status) throws Exception {
        problem(send(to(path).GET().build()), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/7;x", "/orders/7;x=1?query=a;b", "/orders/7%3Bx"})
    void looksForTheWholeIdAndNotForWhatStandsBeforeASemicolon(String path) throws Exception {
        assertThat(problem(send(to(path).GET().build()), 404).at("/detail").asString())
                .startsWith("There is no order 7;x");
    }

    @Test
    void namesTheParameterThatIsWrong() throws Exception {
        assertThat(field("/orders?limit=0")).isEqualTo("limit");
        assertThat(field("/orders?limit=many")).isEqualTo("limit");
        assertThat(field("/required")).isEqualTo("number");
        assertThat(field("/orders?cursor=YQ")).isEqualTo("cursor");
        assertThat(field("/orders?query=%07")).isEqualTo("query");
    }

    private String field(String path) throws Exception {
        return problem(send(to(path).GET().build()), 400).at("/errors/0/field").asString();
    }

    @Test
    void saysWhichMethodsAPathKnows() throws Exception {
        HttpResponse<String> answer = send(to("/orders").DELETE().build());
        problem(answer, 405);
        assertThat(answer.headers().firstValue("Allow").orElse(""))
                .contains("GET")
                .contains("POST");
    }

    @Test
    void saysThatItDoesNotReadThisMediaType() throws Exception {
        HttpRequest request = to("/orders")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<a/>"))
                .build();
        problem(send(request), 415);
    }

    @Test
    void keepsItsTroublesToItself() throws Exception {
        HttpResponse<String> answer = send(to("/broken").GET().build());
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
        assertThat(send(to("/away").GET().build()).headers().firstValue("Retry-After"))
                .contains("1");
    }

    @Test
    void goesOnWithTheTraceOfTheCaller() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpRequest traced = to("/trace")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .build();
        assertThat(send(traced).body()).startsWith("00-" + trace + "-");
        assertThat(send(to("/trace").build()).body()).startsWith("00-").doesNotContain(trace);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/%zz", "/orders/%", "/a|b", "/orders?query=%zz", "/orders?a=%f"})
    void explainsARejectedAddress(String path) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
        }
    }

    @Test
    void readsALongAddress() throws Exception {
        problem(send(to("/orders/" + "x".repeat(30_000)).build()), 404);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(to(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.propertyNames()).containsExactlyInAnyOrder("type", "title", "status", "detail", "errors");
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        return problem;
    }
}
