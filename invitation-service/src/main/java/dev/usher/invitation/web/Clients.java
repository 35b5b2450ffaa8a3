package dev.usher.invitation.web;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;

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

    private static WebClient client(String url) {
        return WebClient.builder()
                .baseUrl(url)
                .exchangeStrategies(ExchangeStrategies.builder()
                        .codecs(c -> c.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
                        .build())
                .build();
    }
}
