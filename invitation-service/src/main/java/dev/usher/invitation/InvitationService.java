package dev.usher.invitation;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Drafts, the chat and approvals. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class InvitationService {

    public static void main(String[] args) {
        SpringApplication.run(InvitationService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
