package dev.usher.local.gateway;

import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** What the gateway says when no service can: no such path, a service that is down, a request it cannot read. */
@Order(-10)
class Problems implements WebExceptionHandler {

    /** An answer already under way can only be broken off: the client must not take a part of it for the whole. */
    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        HttpStatus status = status(failure);
        return ProblemJson.write(exchange, status, detail(exchange, status));
    }

    private static HttpStatus status(Throwable failure) {
        if (failure instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
            return status == null ? HttpStatus.BAD_GATEWAY : status;
        }
        if (failure instanceof IllegalArgumentException) {
            return HttpStatus.BAD_REQUEST;
        }
        return unreachable(failure) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_GATEWAY;
    }

    /** A refused or broken connection: the service is being started again. */
    private static boolean unreachable(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof TimeoutException
                        || cause instanceof java.io.IOException);
    }

    private static String detail(ServerWebExchange exchange, HttpStatus status) {
        String path = exchange.getRequest().getPath().value();
        return switch (status) {
            case NOT_FOUND -> "There is nothing at " + path + ".";
            case SERVICE_UNAVAILABLE, BAD_GATEWAY, GATEWAY_TIMEOUT ->
                "The service behind " + path + " does not answer now; try again in a few seconds.";
            default -> "The request cannot be read: " + status.getReasonPhrase() + ".";
        };
    }
}
