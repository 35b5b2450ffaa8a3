package dev.usher.local.gateway;

import dev.usher.servers.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class GatewayWithoutServicesTest {

    @Test
    void aServiceThatIsDownIsToldAs503() throws Exception {
        int port = Ports.free();
        String down = "http://127.0.0.1:" + Ports.free();
        try (Gateway gateway = Gateway.open(port, new Upstreams(down, down, down, down));
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/events"))
                    .build();
            GatewayTest.assertProblem(http.send(request, HttpResponse.BodyHandlers.ofString()), 503);
        }
    }
}
