package dev.usher.invitation;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Makes the rounds: what was marked is revised, what is past expires. A failed round is made again. */
@Component
class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** One round that hangs must not keep all others from being made. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Revising revising;
    private final TransactionalOperator transaction;

    Rounds(Revising revising, TransactionalOperator transaction) {
        this.revising = revising;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 100, timeUnit = TimeUnit.MILLISECONDS)
    void revise() {
        make(
                "revising",
                revising.round(transaction).repeat().takeWhile(done -> done > 0).then());
    }

    @Scheduled(fixedDelayString = "${usher.invitation.expire-every:60s}")
    void expire() {
        make("expiring", revising.expire(transaction));
    }

    private static void make(String round, Mono<Void> work) {
        work.timeout(LONGEST)
                .onErrorComplete(failure -> {
                    LOG.warn("The round of {} failed and will be made again.", round, failure);
                    return true;
                })
                .block();
    }
}
