package dev.usher.local.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.usher.servers.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Behind the gateway a service that begins an answer and does not end it. */
class UnfinishedAnswersTest {

    private static final String BEGINNING =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n9\r\ndata: 1\n\n\r\n";

    private final int port = Ports.free();
    private final CompletableFuture<Socket> asked = new CompletableFuture<>();
    private ServerSocket service;
    private Gateway gateway;

    @BeforeEach
    void openTheDoor() throws IOException {
        service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::beginAnAnswer);
        String address = "http://127.0.0.1:" + service.getLocalPort();
        gateway = Gateway.open(port, new Upstreams(address, address, address, address));
    }

    @AfterEach
    void close() throws IOException {
        gateway.close();
        asked.join().close();
        service.close();
    }

    @Test
    void anAnswerThatBreaksOffDoesNotLookComplete() throws Exception {
        InputStream answer = firstLineRead();

        asked.join().close();

        assertThatThrownBy(answer::readAllBytes).isInstanceOf(IOException.class);
    }

    @Test
    void closingDoesNotWaitForAnOpenStream() throws Exception {
        try (InputStream answer = firstLineRead()) {
            assertTimeout(Duration.ofSeconds(15), gateway::close);
        }
    }

    private InputStream firstLineRead() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/invitations/stream"))
                .build();
        InputStream body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body();
        assertThat(new String(body.readNBytes(7), US_ASCII)).isEqualTo("data: 1");
        return body;
    }

    private void beginAnAnswer() {
        try {
            Socket connection = service.accept();
            BufferedReader request = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
            while (!request.readLine().isEmpty()) {
                // the head of the request
            }
            connection.getOutputStream().write(BEGINNING.getBytes(US_ASCII));
            asked.complete(connection);
        } catch (IOException failure) {
            asked.completeExceptionally(failure);
        }
    }
}
