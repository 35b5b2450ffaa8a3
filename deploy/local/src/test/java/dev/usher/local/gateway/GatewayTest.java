package dev.usher.local.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.usher.servers.Ports;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PORT = Ports.free();
    private static WireMockServer catalog;
    private static WireMockServer matching;
    private static WireMockServer invitation;
    private static WireMockServer delivery;
    private static Gateway gateway;

    @BeforeAll
    static void openTheDoor() {
        catalog = service("catalog");
        matching = service("matching");
        invitation = service("invitation");
        delivery = service("delivery");
        gateway = Gateway.open(
                PORT, new Upstreams(catalog.baseUrl(), matching.baseUrl(), invitation.baseUrl(), delivery.baseUrl()));
    }

    @AfterAll
    static void close() {
        gateway.close();
        catalog.stop();
        matching.stop();
        invitation.stop();
        delivery.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/events, catalog",
        "/api/events/summit, catalog",
        "/api/events/summit/cancel, catalog",
        "/api/events/summit/relevant-customers, matching",
        "/api/events/summit/audience, matching",
        "/api/customers/dataflow, matching",
        "/api/customers/import, matching",
        "/api/matching/weights, matching",
        "/api/events/summit/invite, invitation",
        "/api/invitations/stream, invitation",
        "/api/chat, invitation",
        "/api/chat/c-1, invitation",
        "/, invitation",
        "/api/customers/dataflow/event-history, delivery",
        "/api/events/summit/funnel, delivery",
        "/api/events/summit/attendance, delivery",
        "/r/token, delivery",
        "/u/token, delivery"
    })
    void everyPathReachesTheServiceThatOwnsIt(String path, String owner) throws Exception {
        assertThat(get(path).body()).isEqualTo(owner);
    }

    @Test
    void aPathThatNobodyOwnsIsAProblem() throws Exception {
        assertProblem(get("/oauth2/token"), 404);
    }

    /** Java's own client refuses to send such an address. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/events?query=100%", "/api/events/a|b"})
    void anAddressThatIsNoUriIsAProblem(String address) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", PORT)) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: usher\r\nConnection: close\r\n\r\n")
                            .getBytes(US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase("content-type: application/problem+json\r\n")
                    .contains("\"status\":400", "\"detail\":");
        }
    }

    @Test
    void aBodyOfFiveMegabytesIsRefusedWithAProblemAndNotAReset() throws Exception {
        HttpRequest request = to("/api/chat")
                .POST(BodyPublishers.ofByteArray(new byte[5_000_000]))
                .build();

        assertProblem(HTTP.send(request, HttpResponse.BodyHandlers.ofString()), 413);
        invitation.verify(0, com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor(anyUrl()));
    }

    @Test
    void anImportMayBeLarger() throws Exception {
        HttpRequest request = to("/api/customers/import")
                .POST(BodyPublishers.ofByteArray(new byte[5_000_000]))
                .build();

        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .isEqualTo("matching");
    }

    static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status).contains("\"detail\":");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path));
    }

    private static WireMockServer service(String name) {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody(name)));
        return server;
    }
}
