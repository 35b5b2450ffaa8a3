package dev.usher.local.gateway;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses a body that its Content-Length says is too large, before any service sees it. What the client is still
 * sending is read and thrown away, up to a bound, so that it sees the answer and not a reset connection. A body without
 * Content-Length is measured by the service that reads it.
 */
class BodyLimit implements GlobalFilter, Ordered {

    private static final long LIMIT_BYTES = 2L * 1024 * 1024;
    private static final long THROWN_AWAY_BYTES = 16L * 1024 * 1024;
    private static final String IMPORT = "/api/customers/import";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean tooLarge = request.getHeaders().getContentLength() > LIMIT_BYTES
                && !request.getPath().value().equals(IMPORT);
        return tooLarge ? refuse(exchange) : chain.filter(exchange);
    }

    private static Mono<Void> refuse(ServerWebExchange exchange) {
        Mono<Void> answer = ProblemJson.write(
                exchange,
                HttpStatus.CONTENT_TOO_LARGE,
                "A body may have 2 MB at most; this one announces "
                        + exchange.getRequest().getHeaders().getContentLength() + " bytes.");
        return throwAway(exchange).then(answer);
    }

    private static Mono<Void> throwAway(ServerWebExchange exchange) {
        AtomicLong seen = new AtomicLong();
        return exchange.getRequest()
                .getBody()
                .takeUntil(buffer -> drop(buffer, seen) > THROWN_AWAY_BYTES)
                .then();
    }

    private static long drop(DataBuffer buffer, AtomicLong seen) {
        long total = seen.addAndGet(buffer.readableByteCount());
        DataBufferUtils.release(buffer);
        return total;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
