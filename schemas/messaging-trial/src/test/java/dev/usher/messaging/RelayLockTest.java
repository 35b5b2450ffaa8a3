package dev.usher.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.messaging.MessagingSettings.Postgres;
import dev.usher.messaging.trial.Trial;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelayLockTest {

    private final Postgres database =
            new Postgres("127.0.0.1", Trial.POSTGRES.port(), Trial.database(), "postgres", "postgres");

    @Test
    void aLostSlotIsSaidAndNeverQuietlyMadeAnew() throws SQLException {
        try (var lock = RelayLock.connect(database)) {
            lock.acquire();

            assertThatThrownBy(() -> lock.requireSlot(database.slot())).hasMessageContaining("is lost: see");
        }
    }

    @Test
    void whoWaitsGetsItWhenTheHolderIsGone() throws Exception {
        var holder = RelayLock.connect(database);
        holder.acquire();
        try (var next = RelayLock.connect(database)) {
            var waiting = Thread.ofVirtual().start(() -> {
                try {
                    next.acquire();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(waiting.join(Duration.ofMillis(500))).isFalse();

            holder.close();

            assertThat(waiting.join(Duration.ofSeconds(20))).isTrue();
            assertThat(holder.held()).isFalse();
            assertThat(next.held()).isTrue();
        }
    }
}
