package dev.usher.rest;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bodies end at 2 MB. What a client sends beyond that is read and thrown away, up to 16 MB in all, and only then it is
 * answered 413: a connection closed on a client that still writes shows it a reset instead of the answer. A handler
 * that takes its body as a {@code Flux} reads a stream of any length.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class BodyLimit implements WebFilter {

    static final int LIMIT_BYTES = 2 * 1024 * 1024;
    static final int DRAINED_BYTES = 16 * 1024 * 1024;

    static Problem tooLarge() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "A request body may have at most 2 MB.")
                .with(HttpHeaders.CONNECTION, "close");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest limited = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(() -> streamed(exchange) ? super.getBody() : limited(getDelegate()));
            }
        };
        return chain.filter(exchange.mutate().request(limited).build());
    }

    /** Reads and forgets what the client still sends, so that it comes to reading our answer. */
    static Mono<Void> drain(ServerWebExchange exchange) {
        if (awaitsContinue(exchange.getRequest())) {
            exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
            return Mono.empty();
        }
        AtomicLong seen = new AtomicLong();
        return exchange.getRequest()
                .getBody()
                .takeWhile(part -> seen.addAndGet(part.readableByteCount()) <= DRAINED_BYTES & forget(part))
                .then()
                .onErrorComplete();
    }

    private static Flux<DataBuffer> limited(ServerHttpRequest request) {
        if (request.getHeaders().getContentLength() > LIMIT_BYTES && awaitsContinue(request)) {
            return Flux.error(tooLarge());
        }
        AtomicLong seen = new AtomicLong();
        return request.getBody()
                .takeWhile(part -> seen.addAndGet(part.readableByteCount()) <= DRAINED_BYTES || !forget(part))
                .filter(part -> seen.get() <= LIMIT_BYTES || !forget(part))
                .concatWith(Mono.defer(() -> seen.get() > LIMIT_BYTES ? Mono.error(tooLarge()) : Mono.empty()));
    }

    private static boolean forget(DataBuffer part) {
        DataBufferUtils.release(part);
        return true;
    }

    /** The client sends nothing until it is told to go on (RFC 9110, section 10.1.1); our answer is that it should not. */
    private static boolean awaitsContinue(ServerHttpRequest request) {
        return "100-continue".equalsIgnoreCase(request.getHeaders().getFirst(HttpHeaders.EXPECT));
    }

    private static boolean streamed(ServerWebExchange exchange) {
        @Nullable Object handler = exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class)
                                && Flux.class == parameter.getParameterType());
    }
}
