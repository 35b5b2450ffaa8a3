package dev.usher.matching.web;

import dev.usher.matching.Customers;
import dev.usher.matching.Interest;
import dev.usher.matching.Keys;
import dev.usher.matching.Log;
import dev.usher.matching.MessageIds;
import dev.usher.rest.Problem;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A customer showed an interest. */
@RestController
class InterestDoor {

    private final Customers customers;
    private final Keys keys;
    private final Log log;
    private final Clock clock;

    InterestDoor(Customers customers, Keys keys, Log log, Clock clock) {
        this.customers = customers;
        this.keys = keys;
        this.log = log;
        this.clock = clock;
    }

    record InterestForm(
            @Nullable String topic,
            @Nullable String source,
            @Nullable String note) {}

    /** @param topics empty = taken from the note */
    record Noted(String id, String customerId, List<String> topics) {}

    @PostMapping("/api/customers/{id}/interests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Noted> show(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody InterestForm form) {
        Interest shown = interest(id, key, form);
        return customers
                .find(id)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("customer " + id)))
                .flatMap(customer -> key == null ? Mono.just(true) : keys.use(shown.id(), said(shown)))
                .flatMap(same -> same ? log.append(id, shown) : Mono.error(IdempotencyKey::usedForSomethingElse))
                .thenReturn(new Noted(shown.id(), id, shown.topics()));
    }

    private static String said(Interest shown) {
        return MessageIds.of(shown.topics(), String.valueOf(shown.source()), String.valueOf(shown.note()));
    }

    private Interest interest(String customerId, @Nullable String key, InterestForm form) {
        Fields fields = new Fields();
        String topic = fields.line("topic", form.topic());
        String note = fields.text("note", form.note());
        String source = fields.line("source", form.source());
        if (topic == null && note == null) {
            fields.wrong("topic", "is required where there is no note");
        }
        if (!fields.errors().isEmpty()) {
            throw Problem.badRequest(fields.errors());
        }
        String messageId = IdempotencyKey.id(key, "interest", customerId);
        return new Interest(messageId, topic == null ? List.of() : List.of(topic), source, note, clock.instant());
    }
}
