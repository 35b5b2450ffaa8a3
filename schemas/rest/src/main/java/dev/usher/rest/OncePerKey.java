package dev.usher.rest;

import dev.usher.rest.GivenAnswers.Answer;
import dev.usher.rest.GivenAnswers.Held;
import dev.usher.rest.GivenAnswers.Question;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Honours {@code Idempotency-Key} on creating POSTs (draft-ietf-httpapi-idempotency-key-header): a repeated request is
 * answered as the first time, without being done again. Another request under the same key is a 422, one that comes while
 * the first is being answered a 409. What was not answered 2xx leaves the key free.
 *
 * <p>The answer is on disk before the caller sees it. A process that dies between the work and that line has done the work
 * and remembers nothing: the repeated request is then done again after a minute.
 */
final class OncePerKey implements WebFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;
    private static final Set<String> KEPT = Set.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final List<PathPattern> creating;
    private final Duration kept;
    private final GivenAnswers answers;
    private final Clock clock;

    /**
     * @param creating paths whose POSTs create something
     * @param kept how long an answer is remembered; older ones are forgotten as new ones come
     */
    OncePerKey(List<PathPattern> creating, Duration kept, GivenAnswers answers, Clock clock) {
        this.creating = creating;
        this.kept = kept;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String key = exchange.getRequest().getHeaders().getFirst(HEADER);
        if (key == null || !creates(exchange)) {
            return chain.filter(exchange);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return Mono.error(Problem.badRequest(HEADER, "must have 1 to 255 characters"));
        }
        return DataBufferUtils.join(exchange.getRequest().getBody())
                .map(OncePerKey::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> once(exchange, chain, body, new Question(path(exchange), key, digest(body))));
    }

    private boolean creates(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        return HttpMethod.POST.equals(exchange.getRequest().getMethod())
                && creating.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private Mono<Void> once(ServerWebExchange exchange, WebFilterChain chain, byte[] body, Question question) {
        Instant now = clock.instant();
        return answers.forget(now.minus(kept))
                .then(Mono.defer(() -> answers.take(question, now)))
                .flatMap(first -> first
                        ? anew(exchange, chain, body, question)
                        : answers.find(question)
                                .switchIfEmpty(Mono.error(OncePerKey::beingAnswered))
                                .flatMap(held -> again(exchange.getResponse(), held)));
    }

    private Mono<Void> anew(ServerWebExchange exchange, WebFilterChain chain, byte[] body, Question question) {
        ServerWebExchange remembered = exchange.mutate()
                .request(new Reread(exchange, body))
                .response(new Remembered(exchange.getResponse(), question))
                .build();
        return chain.filter(remembered)
                .onErrorResume(failure -> answers.release(question).then(Mono.error(failure)))
                .then(Mono.defer(() -> answers.release(question))); // free unless it was answered
    }

    private static Mono<Void> again(ServerHttpResponse response, Held held) {
        if (!held.sameQuestion()) {
            return Mono.error(Problem.unprocessable("This Idempotency-Key was used for another request."));
        }
        Answer answer = held.answer();
        if (answer == null) {
            return Mono.error(beingAnswered());
        }
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        answer.headers().forEach(response.getHeaders()::addAll);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(answer.body())));
    }

    private static Problem beingAnswered() {
        return Problem.conflict("A request with this Idempotency-Key is being answered; please try again.")
                .with(HttpHeaders.RETRY_AFTER, "1");
    }

    private static String path(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().pathWithinApplication().value();
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static byte[] digest(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The request with its body once more. */
    private static final class Reread extends ServerHttpRequestDecorator {

        private final ServerWebExchange exchange;
        private final byte[] body;

        Reread(ServerWebExchange exchange, byte[] body) {
            super(exchange.getRequest());
            this.exchange = exchange;
            this.body = body;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return body.length == 0
                    ? Flux.empty()
                    : Flux.defer(() ->
                            Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
        }
    }

    /** Keeps an answer that says yes, then gives it. */
    private final class Remembered extends ServerHttpResponseDecorator {

        private final Question question;

        Remembered(ServerHttpResponse response, Question question) {
            super(response);
            this.question = question;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> parts) {
            return DataBufferUtils.join(parts)
                    .map(OncePerKey::bytes)
                    .defaultIfEmpty(new byte[0])
                    .flatMap(body -> kept(body)
                            .then(Mono.defer(() -> getDelegate()
                                    .writeWith(Mono.fromSupplier(
                                            () -> bufferFactory().wrap(body))))));
        }

        @Override
        public Mono<Void> setComplete() {
            return kept(new byte[0]).then(Mono.defer(() -> getDelegate().setComplete()));
        }

        private Mono<Void> kept(byte[] body) {
            HttpStatusCode status = getStatusCode();
            int code = status == null ? 200 : status.value();
            return code >= 200 && code < 300
                    ? answers.keep(question, new Answer(code, keptHeaders(), body))
                    : Mono.empty();
        }

        private Map<String, List<String>> keptHeaders() {
            return KEPT.stream()
                    .filter(name -> first(name) != null)
                    .collect(Collectors.toMap(name -> name, name -> getHeaders().getOrEmpty(name)));
        }

        private @Nullable String first(String name) {
            return getHeaders().getFirst(name);
        }
    }
}
