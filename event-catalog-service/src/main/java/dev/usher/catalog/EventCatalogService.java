package dev.usher.catalog;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The catalogue as a process of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class EventCatalogService {

    public static void main(String[] args) {
        SpringApplication.run(EventCatalogService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
