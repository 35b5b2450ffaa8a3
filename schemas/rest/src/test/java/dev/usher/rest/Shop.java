package dev.usher.rest;

import dev.usher.messaging.Cause;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.ConnectException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The small service of these tests. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    RestAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    WebFluxAutoConfiguration.class,
    ErrorWebFluxAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class,
    CodecsAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ValidationAutoConfiguration.class
})
@Import(Shop.Orders.class)
class Shop {

    enum Size {
        SMALL,
        LARGE
    }

    record Line(
            @NotBlank String article,
            @Nullable Integer count,
            @Nullable OffsetDateTime at) {}

    record Order(
            @NotBlank String name,
            @Nullable Size size,
            @Nullable Boolean gift,
            @Nullable Double weight,
            @Nullable List<String> tags,
            @Nullable List<@Valid Line> lines) {}

    @RestController
    static class Orders {

        @PostMapping("/orders")
        Mono<Order> place(@Valid @RequestBody Mono<Order> order) {
            return order;
        }

        @PostMapping("/streams")
        Mono<Integer> count(@RequestBody Flux<byte[]> parts) {
            return parts.map(part -> part.length).reduce(0, Integer::sum);
        }

        @PostMapping(path = "/texts", consumes = MediaType.TEXT_PLAIN_VALUE)
        Mono<Integer> text(@RequestBody String text) {
            return Mono.just(text.length());
        }

        @PostMapping("/forms")
        Mono<String> form(ServerWebExchange exchange) {
            return exchange.getFormData().map(form -> String.valueOf(form.getFirst("name")));
        }

        @PostMapping("/ignored")
        Mono<String> ignored() {
            return Mono.error(Problem.conflict("Nobody read what you sent."));
        }

        @GetMapping("/orders/{id}")
        Mono<String> one(@PathVariable String id) {
            return Mono.error(Problem.notFound("order " + id));
        }

        @GetMapping("/orders")
        Mono<Items<String>> list(
                @RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit,
                @RequestParam(required = false) @Nullable String cursor,
                @RequestParam(required = false) @Nullable String query) {
            return Mono.fromSupplier(() -> new Items<>(Cursor.decode(cursor, 2), null));
        }

        @GetMapping("/required")
        Mono<String> required(@RequestParam int number) {
            return Mono.just("" + number);
        }

        @GetMapping("/trace")
        Mono<String> trace() {
            return Cause.current().map(Cause::traceparent);
        }

        @GetMapping("/refused")
        Mono<String> refused() {
            return Mono.error(new IllegalStateException(new ConnectException("connection refused")));
        }

        @GetMapping("/away")
        Mono<String> away() {
            return Mono.error(new DataAccessResourceFailureException(
                    "no database", new R2dbcNonTransientResourceException("connection refused")));
        }

        @GetMapping("/unstorable")
        Mono<String> unstorable() {
            return Mono.error(new DataIntegrityViolationException(
                    "no such text", new R2dbcDataIntegrityViolationException("invalid byte sequence", "22021")));
        }

        @GetMapping("/broken")
        Mono<String> broken() {
            return Mono.error(new IllegalStateException("a secret"));
        }

        @GetMapping("/bare")
        ResponseEntity<Void> bare() {
            return ResponseEntity.status(HttpStatus.GONE).build();
        }
    }
}
