package dev.usher.rest;

import dev.usher.messaging.Cause;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Makes the request the cause of every record it leads to: its trace goes on, or one begins here. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CauseFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String parent = exchange.getRequest().getHeaders().getFirst("traceparent");
        return chain.filter(exchange).contextWrite(Cause.of(null, parent)::into);
    }
}
