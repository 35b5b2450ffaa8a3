package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BudgetTest extends DeliveryTest {

    @Autowired
    MailboxBook book;

    private Duration spend(String mailbox, Instant at) {
        return Objects.requireNonNull(book.spend(mailbox, Pace.MAIL, 6000, at).block(Duration.ofSeconds(20)));
    }

    @Test
    void aMinuteHoldsFortyFiveMailsAndNeverMore() {
        String mailbox = new Scene(broker).mailbox;
        Instant start = Instant.parse("2026-12-01T10:00:00Z");

        for (int mail = 0; mail < 45; mail++) {
            assertThat(spend(mailbox, start.plusMillis(mail))).isZero();
        }

        assertThat(spend(mailbox, start.plusSeconds(30))).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(31));
        assertThat(spend(mailbox, start.plusSeconds(60).plusMillis(1))).isZero();
    }
}
