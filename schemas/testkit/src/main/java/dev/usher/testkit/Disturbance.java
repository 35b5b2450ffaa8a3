package dev.usher.testkit;

import dev.usher.testkit.TestServers.Outage;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** What goes wrong while messages are under way. */
@FunctionalInterface
public interface Disturbance {

    /** Happens while messages are sent; returns when it is over. */
    void strike();

    /** Nothing: the guarantee on a fine day. */
    static Disturbance none() {
        return () -> {};
    }

    /** Every listener of the service stops and starts again, as at a deployment. */
    static Disturbance restartOf(KafkaListenerEndpointRegistry listeners) {
        return () -> listeners.getListenerContainers().forEach(Disturbance::restart);
    }

    /** A server hangs for this long. */
    static Disturbance outageOf(TestServers servers, TestServers.Kind server, Duration lasting) {
        return () -> {
            try (Outage outage = servers.outage(server)) {
                Awaitility.await("end of " + outage)
                        .pollDelay(lasting)
                        .atMost(lasting.plusSeconds(30))
                        .until(() -> true);
            }
        };
    }

    private static void restart(MessageListenerContainer container) {
        container.stop();
        container.start();
    }
}
