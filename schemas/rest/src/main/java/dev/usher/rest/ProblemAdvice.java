package dev.usher.rest;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last word on every failed request: throws away what the client still sends, then answers with the problem. It
 * stands before Spring Boot's own handler and so also answers for paths and methods that no controller knows.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class ProblemAdvice implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final JsonMapper json;

    ProblemAdvice(JsonMapper json) {
        this.json = json;
    }

    /** The members of RFC 9457, and ours. */
    record Body(String type, String title, int status, String detail, List<FieldError> errors) {

        static Body of(Problem problem) {
            return new Body(
                    "about:blank",
                    title(problem.status()),
                    problem.status().value(),
                    problem.detail(),
                    problem.errors());
        }

        private static String title(HttpStatusCode code) {
            HttpStatus known = HttpStatus.resolve(code.value());
            return known == null ? "Status " + code.value() : known.getReasonPhrase();
        }
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        Problem problem = Translation.of(failure);
        tellOperators(exchange.getRequest(), problem, failure);
        return BodyLimit.drain(exchange).then(Mono.defer(() -> answer(exchange.getResponse(), problem)));
    }

    private Mono<Void> answer(ServerHttpResponse response, Problem problem) {
        response.setStatusCode(problem.status());
        response.getHeaders().putAll(problem.headers());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes(problem))));
    }

    byte[] bytes(Problem problem) {
        return json.writeValueAsBytes(Body.of(problem));
    }

    private static void tellOperators(ServerHttpRequest request, Problem problem, Throwable failure) {
        if (problem.status().value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            log.warn("{} {} answered 503: {}", request.getMethod(), request.getPath(), failure.toString());
        } else if (problem.status().is5xxServerError()) {
            log.error("{} {} failed", request.getMethod(), request.getPath(), failure);
        }
    }
}
