package dev.usher.catalog;

import dev.usher.catalog.Announcing.IfKnown;
import dev.usher.catalog.Answers.Answer;
import dev.usher.catalog.Outcome.Published;
import dev.usher.catalog.Outcome.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Announces under an idempotency key: however often a caller repeats himself, he is answered as the first time and one
 * event comes of it. The key is taken in the transaction of the announcement, and free again if that was refused.
 */
@Service
public class AnnouncingOnce {

    private final Announcing announcing;
    private final Answers answers;
    private final TransactionalOperator transaction;

    AnnouncingOnce(Announcing announcing, Answers answers, TransactionalOperator transaction) {
        this.announcing = announcing;
        this.answers = answers;
        this.transaction = transaction;
    }

    public Mono<Outcome> announce(String key, Announcement said) {
        return transaction
                .execute(tx -> answers.take(key, said)
                        .flatMap(first -> first
                                ? anew(key, said, tx)
                                : answers.find(key, said).map(answer -> again(key, answer))))
                .single();
    }

    private Mono<Outcome> anew(String key, Announcement said, ReactiveTransaction tx) {
        return announcing.announce(said, IfKnown.REFUSE).flatMap(outcome -> switch (outcome) {
            case Published(Event event) -> answers.keep(key, event).thenReturn(outcome);
            case Refused refused -> Mono.fromRunnable(tx::setRollbackOnly).thenReturn(outcome);
            case Outcome.Unchanged unchanged -> Mono.just(outcome);
        });
    }

    private static Outcome again(String key, Answer answer) {
        return answer.sameQuestion() ? new Published(answer.event()) : new Refused(new Refusal.KeyReused(key));
    }
}
