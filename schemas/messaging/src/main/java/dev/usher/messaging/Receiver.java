package dev.usher.messaging;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What a listener calls: decodes, claims and handles a batch in one transaction, record by record in order.
 *
 * <p>When a record fails, those before it are redone and committed, and a
 * {@link org.springframework.kafka.listener.BatchListenerFailedException} names it: the error handler tries it again in
 * place ({@link Later}) or parks it, and delivers the rest anew.
 */
public final class Receiver {

    final Avro avro;
    final Inbox inbox;
    final TransactionalOperator transaction;
    final Duration handleWithin;
    final Portion portion = new Portion();

    Receiver(Avro avro, Inbox inbox, TransactionalOperator transaction, Duration handleWithin) {
        this.avro = avro;
        this.inbox = inbox;
        this.transaction = transaction;
        this.handleWithin = handleWithin;
    }

    /**
     * Handles each record not seen before by this group, once. Blocks, at most {@code usher.messaging.handle-within}.
     *
     * @param group the listener's consumer group, {@code <service>.<topic>}
     * @param handle does its work in the transaction it is subscribed in; an error fails that record
     */
    public <T extends SpecificRecord> void eachOnce(
            String group,
            List<ConsumerRecord<String, byte[]>> batch,
            Class<T> type,
            Function<Received<T>, Mono<Void>> handle) {
        new Batch<>(this, group, batch, type, handle).run();
    }
}
