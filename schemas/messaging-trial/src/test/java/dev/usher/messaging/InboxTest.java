package dev.usher.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics;
import dev.usher.messaging.trial.Trial;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

class InboxTest {

    private final DatabaseClient database = Trial.SERVICE.getBean(DatabaseClient.class);
    private final Inbox inbox = Trial.SERVICE.getBean(Inbox.class);
    private final InboxPruning pruning = Trial.SERVICE.getBean(InboxPruning.class);
    private final String id = UUID.randomUUID().toString();

    @Test
    void anIdIsClaimedOnceByEachGroup() {
        assertThat(inbox.claim("one.events", List.of(id, "b-" + id, id)).block())
                .containsExactlyInAnyOrder(id, "b-" + id);
        assertThat(inbox.claim("one.events", List.of("c-" + id, id)).block()).containsExactly("c-" + id);
        assertThat(inbox.claim("other.events", List.of(id)).block()).containsExactly(id);
        assertThat(inbox.claim("other.events", List.of()).block()).isEmpty();
    }

    @Test
    void aClaimThatIsRolledBackIsNone() {
        inbox.claim("one.events", List.of(id))
                .then(Mono.error(new IllegalStateException("rolled back")))
                .as(Trial.SERVICE.getBean(TransactionalOperator.class)::transactional)
                .onErrorComplete()
                .block();

        assertThat(inbox.claim("one.events", List.of(id)).block()).containsExactly(id);
    }

    @Test
    void idsAreKeptForTwiceTheRetentionAndThoseOfCompactedTopicsForEver() {
        claimDaysAgo("old." + Topics.INVITE_DECISIONS, 61);
        claimDaysAgo("old." + Topics.REGISTRATIONS, 61);
        claimDaysAgo("old." + Topics.REGISTRATIONS, 181);
        claimDaysAgo("old." + Topics.INVITE_DECISIONS, 59);
        claimDaysAgo("old." + Topics.EVENTS, 5000);

        assertThat(pruning.prune().block()).isEqualTo(2);

        assertThat(left("old." + Topics.INVITE_DECISIONS)).isEqualTo(1);
        assertThat(left("old." + Topics.REGISTRATIONS)).isEqualTo(1);
        assertThat(left("old." + Topics.EVENTS)).isEqualTo(1);
    }

    private void claimDaysAgo(String group, int days) {
        database.sql("insert into inbox values ($1, $2, now() - make_interval(days => $3))")
                .bind("$1", group)
                .bind("$2", id + days)
                .bind("$3", days)
                .then()
                .block();
    }

    private long left(String group) {
        return database.sql("select count(*) from inbox where consumer_group = $1")
                .bind("$1", group)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
