package dev.usher.delivery;

import dev.usher.testkit.TestBroker;
import dev.usher.testkit.TestClock;
import dev.usher.testkit.UsherTest;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service on real servers, with the emulator for Gmail and its waiting times cut short. */
@UsherTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "usher.gmail.timeout=2s",
            "usher.delivery.quarantine=800ms",
            "usher.delivery.lease=7s",
            "usher.delivery.park-first=700ms",
            "usher.delivery.backoff-first=100ms",
            "usher.delivery.read-every=500ms"
        })
abstract class DeliveryTest {

    @Autowired
    TestBroker broker;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    @DynamicPropertySource
    static void gmail(DynamicPropertyRegistry registry) {
        registry.add("usher.gmail.url", Scene.GMAIL::url);
    }

    @AfterEach
    void noFaults() {
        Scene.GMAIL.faults().clear();
    }

    Scene scene() {
        return new Scene(broker).known(database);
    }
}
