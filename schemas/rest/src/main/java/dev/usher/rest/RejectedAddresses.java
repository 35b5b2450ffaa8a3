package dev.usher.rest;

import io.netty.buffer.Unpooled;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Gives a body to refusals that never reached Spring's handlers, such as a path that is no URI: the server answers them
 * with a bare status.
 */
record RejectedAddresses(ProblemAdvice advice) {

    Mono<Void> told(Mono<Void> handled, Connection connection) {
        return connection instanceof HttpServerResponse response
                ? handled.then(Mono.defer(() -> bare(response) ? answer(response) : Mono.empty()))
                : handled;
    }

    private static boolean bare(HttpServerResponse response) {
        return !response.hasSentHeaders() && response.status().code() >= 400;
    }

    private Mono<Void> answer(HttpServerResponse response) {
        HttpStatusCode status = HttpStatusCode.valueOf(response.status().code());
        byte[] body = advice.bytes(Problem.of(status, "The server could not make sense of this request."));
        return response.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .header(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length))
                .sendObject(Unpooled.wrappedBuffer(body))
                .then();
    }
}
