package dev.usher.local.gateway;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the gateway itself, as problem+json (RFC 9457). */
final class ProblemJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemJson() {}

    static Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String detail) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        DataBuffer body = response.bufferFactory().wrap(bytes(status, detail));
        return response.writeWith(Mono.just(body));
    }

    static byte[] bytes(HttpStatus status, String detail) {
        return JSON.writeValueAsBytes(new Body("about:blank", status.getReasonPhrase(), status.value(), detail));
    }

    private record Body(String type, String title, int status, String detail) {}
}
