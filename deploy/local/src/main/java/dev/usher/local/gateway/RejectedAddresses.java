package dev.usher.local.gateway;

import io.netty.buffer.Unpooled;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;

/** Gives a problem+json to an address that is no URI: the server refuses it with a bare status before Spring hears of it. */
final class RejectedAddresses {

    private RejectedAddresses() {}

    static Mono<Void> told(Mono<Void> handled, Connection connection) {
        return connection instanceof HttpServerResponse response
                ? handled.then(Mono.defer(() -> bare(response) ? answer(response) : Mono.empty()))
                : handled;
    }

    private static boolean bare(HttpServerResponse response) {
        return !response.hasSentHeaders() && response.status().code() >= 400;
    }

    private static Mono<Void> answer(HttpServerResponse response) {
        HttpStatus status = HttpStatus.valueOf(response.status().code());
        byte[] body = ProblemJson.bytes(status, "The server could not make sense of this request.");
        return response.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .header(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length))
                .sendObject(Unpooled.wrappedBuffer(body))
                .then();
    }
}
