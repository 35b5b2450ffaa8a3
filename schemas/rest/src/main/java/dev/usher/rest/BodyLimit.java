package dev.usher.rest;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bodies end at 2 MB. What a client sends beyond that is read and thrown away, up to 16 MB in all, and only then it is
 * answered 413: a connection closed on a client that still writes shows it a reset instead of the answer. A handler
 * that takes its body as a {@code Flux} reads a stream of any length.
 */
final class BodyLimit extends ServerHttpRequestDecorator {

    static final int LIMIT_BYTES = 2 * 1024 * 1024;
    static final int DRAINED_BYTES = 16 * 1024 * 1024;

    private @Nullable ServerWebExchange exchange;

    private BodyLimit(ServerHttpRequest request) {
        super(request);
    }

    static Problem tooLarge() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "A request body may have at most 2 MB.")
                .with(HttpHeaders.CONNECTION, "close");
    }

    /** Around everything, since Spring reads forms from the request as it came in, behind the back of every filter. */
    static HttpHandler around(HttpHandler handler) {
        return (request, response) -> handler.handle(new BodyLimit(request), response);
    }

    /** Lets the limit learn later which handler was found. */
    static Mono<Void> serve(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest() instanceof BodyLimit limit) {
            limit.exchange = exchange;
        }
        return chain.filter(exchange);
    }

    /** Reads and forgets what the client still sends, so that it comes to reading our answer. */
    static Mono<Void> drain(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (awaitsContinue(request)) {
            exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
            return Mono.empty();
        }
        Flux<DataBuffer> rest =
                request instanceof BodyLimit limit ? limit.getDelegate().getBody() : request.getBody();
        return forgetting(rest, 0).then().onErrorComplete();
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> streamed() ? super.getBody() : limited());
    }

    private Flux<DataBuffer> limited() {
        return getHeaders().getContentLength() > LIMIT_BYTES && awaitsContinue(this)
                ? Flux.error(tooLarge())
                : forgetting(super.getBody(), LIMIT_BYTES);
    }

    /** Passes on what lies within the limit, throws away what lies behind it, and ends as too large if there was any. */
    private static Flux<DataBuffer> forgetting(Flux<DataBuffer> body, long limit) {
        AtomicLong seen = new AtomicLong();
        return body.<DataBuffer>handle((part, sink) -> {
                    seen.addAndGet(part.readableByteCount());
                    if (seen.get() <= limit) {
                        sink.next(part);
                        return;
                    }
                    DataBufferUtils.release(part);
                    if (seen.get() > DRAINED_BYTES) {
                        sink.error(tooLarge());
                    }
                })
                .concatWith(Mono.defer(() -> seen.get() > limit ? Mono.error(tooLarge()) : Mono.empty()));
    }

    /** The client sends nothing until it is told to go on (RFC 9110, section 10.1.1); our answer is that it should not. */
    private static boolean awaitsContinue(ServerHttpRequest request) {
        return "100-continue".equalsIgnoreCase(request.getHeaders().getFirst(HttpHeaders.EXPECT));
    }

    private boolean streamed() {
        return exchange != null
                && exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters()).anyMatch(BodyLimit::takesStream);
    }

    private static boolean takesStream(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class) && parameter.getParameterType() == Flux.class;
    }
}
