package dev.usher.messaging.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class RelayTest {

    static final Duration SOON = Duration.ofSeconds(40);
    static final String DATABASE = Trial.database();
    static ConfigurableApplicationContext replica;
    static Ledger ledger;

    @BeforeAll
    static void start() {
        replica = Trial.replica(DATABASE, "relay-0");
        ledger = replica.getBean(Ledger.class);
        await().atMost(SOON).until(() -> Trial.ready(replica));
    }

    @AfterAll
    static void stop() {
        replica.close();
    }

    @Test
    void whatIsCommittedIsPublishedAndHeard() {
        ledger.announce(List.of(Trial.interest("c1", "walk-1"), Trial.interest("c1", "walk-2")), false)
                .block();

        await().atMost(SOON).until(() -> ledger.notes().contains("c1:walk-2"));
        assertThat(ledger.notes()).containsSubsequence("c1:walk-1", "c1:walk-2");
        assertThat(ledger.count("select count(*) from outbox")).isZero();
    }
}
