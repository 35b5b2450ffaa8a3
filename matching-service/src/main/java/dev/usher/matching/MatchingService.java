package dev.usher.matching;

import dev.usher.matching.scoring.LexicalAgendas;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Owns the customer book; scores customers for events. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(MatchingSettings.class)
public class MatchingService {

    public static void main(String... arguments) {
        SpringApplication.run(MatchingService.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Bookkeeping bookkeeping(Customers customers, Log log, TransactionalOperator transaction, Clock clock) {
        return new Bookkeeping(customers, log, transaction, clock);
    }

    @Bean
    Asking asking(Announced events, Rankings rankings, Audiences audiences, Log log, MatchingSettings settings) {
        return new Asking(events, rankings, audiences, log, settings);
    }

    @Bean
    Agendas agendas() {
        return new LexicalAgendas();
    }
}
