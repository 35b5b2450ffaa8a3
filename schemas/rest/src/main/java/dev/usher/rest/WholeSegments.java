package dev.usher.rest;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes a semicolon in a path for a character like any other. Spring cuts off what stands behind it (matrix variables),
 * and {@code /customers/a;b} would answer with customer {@code a}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class WholeSegments implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getURI().getRawPath();
        return path.indexOf(';') < 0
                ? chain.filter(exchange)
                : chain.filter(exchange.mutate()
                        .request(request -> request.path(path.replace(";", "%3B")))
                        .build());
    }
}
