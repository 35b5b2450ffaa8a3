package dev.usher.rest;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses control characters in paths and query parameters before anybody looks something up by them. */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class CleanAddresses implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (dirty(exchange.getRequest().getURI().getPath())) {
            return Mono.error(Problem.badRequest("The path contains a control character."));
        }
        return query(exchange)
                .filter(entry -> Stream.concat(Stream.of(entry.getKey()), entry.getValue().stream())
                        .anyMatch(CleanAddresses::dirty))
                .findFirst()
                .map(entry ->
                        Mono.<Void>error(Problem.badRequest(visible(entry.getKey()), "contains a control character")))
                .orElseGet(() -> chain.filter(exchange));
    }

    private static Stream<java.util.Map.Entry<String, List<String>>> query(ServerWebExchange exchange) {
        MultiValueMap<String, String> parameters = exchange.getRequest().getQueryParams();
        return parameters.entrySet().stream();
    }

    private static boolean dirty(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String visible(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
