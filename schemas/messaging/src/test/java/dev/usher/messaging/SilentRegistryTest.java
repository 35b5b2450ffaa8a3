package dev.usher.messaging;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.CustomerInterest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SilentRegistryTest {

    private static final byte[] OF_AN_UNKNOWN_SCHEMA = {0, 0, 0, 0, 7, 0};

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aRegistryThatTakesTheRequestAndNeverAnswersMeansLater() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress()); // connects, and that is all
                var avro = new Avro(URI.create("http://127.0.0.1:" + silent.getLocalPort()), Duration.ofMillis(300))) {
            assertThatThrownBy(
                            () -> avro.decode(Topics.CUSTOMER_INTERESTS, OF_AN_UNKNOWN_SCHEMA, CustomerInterest.class))
                    .isInstanceOf(Later.class)
                    .hasMessageContaining("did not answer");
        }
    }
}
