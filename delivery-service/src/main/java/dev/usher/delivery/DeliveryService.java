package dev.usher.delivery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Sends once, and stays with the guest. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DeliveryService {

    public static void main(String... arguments) {
        SpringApplication.run(DeliveryService.class, arguments);
    }
}
