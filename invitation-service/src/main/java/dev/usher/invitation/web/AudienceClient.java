package dev.usher.invitation.web;

import dev.usher.invitation.Matching;
import dev.usher.rest.FieldError;
import dev.usher.rest.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** Asks matching-service over HTTP. */
final class AudienceClient implements Matching {

    private static final Duration AGAIN = Duration.ofMillis(200);
    private static final int TIMES = 25;

    private final WebClient http;

    AudienceClient(WebClient http) {
        this.http = http;
    }

    /** One page of an answer. */
    record Page(@Nullable List<Item> items) {}

    /** All we need of an item. */
    record Item(String customerId) {}

    @Override
    public Mono<List<String>> audience(String eventId, Map<String, Object> criteria) {
        return http.post()
                .uri("/api/events/{id}/audience", eventId)
                .bodyValue(criteria)
                .retrieve()
                .toEntity(Page.class)
                .flatMap(this::finished)
                .timeout(Clients.PATIENCE.plusSeconds(5))
                .onErrorMap(WebClientResponseException.class, AudienceClient::refused)
                .onErrorMap(
                        e -> e instanceof WebClientRequestException || e instanceof TimeoutException,
                        e -> Problem.unavailable("Matching does not answer; ask again in a moment."));
    }

    /** Fields of the criteria are fields within {@code audience} for our caller. */
    private static Problem refused(WebClientResponseException refused) {
        List<FieldError> errors = Clients.errors(refused).stream()
                .map(e -> new FieldError(e.field().isEmpty() ? "audience" : "audience." + e.field(), e.why()))
                .toList();
        return errors.isEmpty() ? Clients.told(refused, "Matching cannot answer now.") : Problem.badRequest(errors);
    }

    /** What is not ready in matching's own 5 s is fetched from where it will be. */
    private Mono<List<String>> finished(ResponseEntity<Page> answer) {
        URI link = answer.getHeaders().getLocation();
        if (answer.getStatusCode() != HttpStatus.ACCEPTED || link == null) {
            return Mono.just(ids(answer.getBody()));
        }
        return Mono.defer(() -> http.get().uri(link.getPath()).retrieve().toEntity(Page.class))
                .filter(later -> later.getStatusCode() == HttpStatus.OK)
                .repeatWhenEmpty(TIMES, empty -> empty.delayElements(AGAIN))
                .map(later -> ids(later.getBody()))
                .onErrorMap(
                        IllegalStateException.class, e -> Problem.unavailable("The audience is still being gathered."));
    }

    private static List<String> ids(@Nullable Page page) {
        return page == null || page.items() == null
                ? List.of()
                : page.items().stream().map(Item::customerId).toList();
    }
}
