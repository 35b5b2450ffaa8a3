package dev.usher.invitation.web;

import dev.usher.rest.FieldError;
import dev.usher.rest.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** The two services we call while somebody waits. */
@Configuration(proxyBeanMethods = false)
class Clients {

    /** Longer than the 5 s that matching itself waits. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    @Bean
    AudienceClient audienceClient(@Value("${usher.matching.url}") String url) {
        return new AudienceClient(client(url));
    }

    @Bean
    TestMailClient testMailClient(@Value("${usher.delivery.url}") String url) {
        return new TestMailClient(client(url));
    }

    /** What the other service says is wrong with the request, in its own words; {@code otherwise} where the fault is its. */
    static Problem told(WebClientResponseException refused, String otherwise) {
        Map<?, ?> problem = refused.getStatusCode().is4xxClientError() ? body(refused) : null;
        return problem == null
                ? Problem.unavailable(otherwise)
                : Problem.of(refused.getStatusCode(), String.valueOf(problem.get("detail")));
    }

    /** The fields the other service says are wrong, by its own names; empty = it blames none, or the fault is no 400. */
    static List<FieldError> errors(WebClientResponseException refused) {
        Map<?, ?> problem = refused.getStatusCode().value() == 400 ? body(refused) : null;
        return problem != null && problem.get("errors") instanceof List<?> errors
                ? errors.stream()
                        .map(Clients::error)
                        .flatMap(Stream::ofNullable)
                        .toList()
                : List.of();
    }

    private static @Nullable FieldError error(Object told) {
        return told instanceof Map<?, ?> error && error.get("field") instanceof String field
                ? new FieldError(field, String.valueOf(error.get("why")))
                : null;
    }

    private static @Nullable Map<?, ?> body(WebClientResponseException refused) {
        try {
            return refused.getResponseBodyAs(Map.class);
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    private static WebClient client(String url) {
        return WebClient.builder()
                .baseUrl(url)
                .exchangeStrategies(ExchangeStrategies.builder()
                        .codecs(c -> c.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
                        .build())
                .build();
    }
}
