package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "server.address=127.0.0.1")
class BodyLimitTest {

    private static final int MB = 1024 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final int port;

    BodyLimitTest(@Value("${local.server.port}") int port) {
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({
        "/orders, application/json",
        "/texts, text/plain",
        "/forms, application/x-www-form-urlencoded",
    })
    void aLargeBodyIsReadToItsEndAndAnswered(String path, String type) throws Exception {
        for (BodyPublisher body : new BodyPublisher[] {counted(5 * MB), chunked(5 * MB), counted(2 * MB + 1)}) {
            HttpResponse<String> answer = send(path, type, body);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("2 MB");
        }
    }

    @ParameterizedTest
    @CsvSource({"/orders, text/plain, 415", "/nowhere, application/json, 404", "/ignored, application/json, 409"})
    void aBodyThatNobodyReadsIsThrownAway(String path, String type, int status) throws Exception {
        assertThat(send(path, type, counted(5 * MB)).statusCode()).isEqualTo(status);
        assertThat(send(path, type, chunked(5 * MB)).statusCode()).isEqualTo(status);
    }

    @Test
    void aClientThatReadsOnlyAfterItHasWrittenSeesTheAnswer() throws Exception {
        for (String target : List.of("/orders", "/forms", "/ignored", "/nowhere")) {
            for (int size : List.of(5 * MB, 15 * MB)) {
                assertThat(written(target, "Content-Length: " + size, size, false))
                        .startsWith("HTTP/1.1 4");
                assertThat(written(target, "Transfer-Encoding: chunked", size, true))
                        .startsWith("HTTP/1.1 4");
            }
        }
    }

    @Test
    void aBodyAtTheLimitIsTaken() throws Exception {
        String name = "x".repeat(2 * MB - "{'name':''}".length());
        HttpResponse<String> answer =
                send("/orders", "application/json", BodyPublishers.ofString("{\"name\":\"" + name + "\"}"));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aStreamMayBeOfAnyLength() throws Exception {
        HttpResponse<String> answer = send("/streams", "application/octet-stream", chunked(40 * MB));
        assertThat(answer.body()).isEqualTo(String.valueOf(40 * MB));
    }

    @Test
    void aClientThatAsksFirstIsToldAtOnce() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            head(socket.getOutputStream(), "/orders", "Content-Length: " + 5 * MB + "\r\nExpect: 100-continue");
            assertThat(read(socket)).startsWith("HTTP/1.1 413").contains("application/problem+json");
        }
    }

    @Test
    void theConnectionServesOnAfterASmallerRefusal() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < 2; i++) {
                out.write("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(new byte[100_000]);
            }
            head(out, "/orders", "Connection: close\r\nContent-Length: 0");
            assertThat(read(socket).split("HTTP/1.1 40[04]", -1)).hasSize(4);
        }
    }

    private String written(String target, String framing, int size, boolean chunked) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            head(out, target, framing + "\r\nConnection: close");
            byte[] piece = bytes(64 * 1024);
            for (int sent = 0; sent < size; sent += piece.length) {
                out.write(
                        chunked
                                ? (Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.US_ASCII)
                                : new byte[0]);
                out.write(piece);
                out.write(chunked ? new byte[] {'\r', '\n'} : new byte[0]);
            }
            out.write(chunked ? "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
            out.flush();
            return read(socket);
        }
    }

    private static void head(OutputStream out, String target, String more) throws IOException {
        out.write(("POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type(target) + "\r\n" + more
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String type(String target) {
        return target.equals("/forms") ? "application/x-www-form-urlencoded" : "application/json";
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type)
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static BodyPublisher counted(int size) {
        return BodyPublishers.ofByteArray(bytes(size));
    }

    /** Without a length the client sends chunks. */
    private static BodyPublisher chunked(int size) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(bytes(size)));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }
}
