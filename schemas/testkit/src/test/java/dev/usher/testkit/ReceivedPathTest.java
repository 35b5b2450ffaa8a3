package dev.usher.testkit;

import dev.usher.contracts.Topics;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** The path every listener takes, from its topic through the inbox to a row, holds what is promised. */
@UsherTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "usher.messaging.handle-within=3s")
class ReceivedPathTest {

    @Autowired
    TestBroker broker;

    @Autowired
    TestServers servers;

    @Autowired
    Effects effects;

    @Autowired
    KafkaListenerEndpointRegistry listeners;

    @BeforeEach
    void noEffectsYet() {
        effects.clear();
    }

    @Test
    void messagesThatComeTwiceHaveOneEffect() {
        path().withRepeats().observe().hold();
    }

    @Test
    void listenersThatRestartLoseAndDoubleNothing() {
        path().withRepeats()
                .disturbedBy(Disturbance.restartOf(listeners))
                .observe()
                .hold();
    }

    @Test
    void aDatabaseThatHangsIsWaitedFor() {
        path().disturbedBy(Disturbance.outageOf(servers, TestServers.Kind.POSTGRES, Duration.ofSeconds(5)))
                .observe()
                .hold();
    }

    private Guarantees path() {
        return Guarantees.of(this::send, effects::all);
    }

    private void send(Numbered message) {
        broker.send(
                Topics.CUSTOMER_INTERESTS,
                message.key(),
                Samples.interest()
                        .setCustomerId(message.key())
                        .setNote(Integer.toString(message.number()))
                        .build(),
                message.id());
    }
}
