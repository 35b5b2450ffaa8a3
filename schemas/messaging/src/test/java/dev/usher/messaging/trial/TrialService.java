package dev.usher.messaging.trial;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.CustomerInterest;
import dev.usher.messaging.Receiver;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;

/** Writes every interest it hears of into its ledger. */
@SpringBootApplication
class TrialService {

    static final String GROUP = "trial." + Topics.CUSTOMER_INTERESTS;

    @Bean
    Ledger ledger(
            org.springframework.r2dbc.core.DatabaseClient database,
            dev.usher.messaging.Outbox outbox,
            org.springframework.transaction.reactive.TransactionalOperator transaction) {
        return new Ledger(database, outbox, transaction);
    }

    @Bean
    Door door(Receiver receiver, Ledger ledger) {
        return new Door(receiver, ledger);
    }

    /** The listener, as a service writes it. */
    static class Door {
        private final Receiver receiver;
        private final Ledger ledger;

        Door(Receiver receiver, Ledger ledger) {
            this.receiver = receiver;
            this.ledger = ledger;
        }

        @KafkaListener(topics = Topics.CUSTOMER_INTERESTS, groupId = GROUP)
        void on(List<ConsumerRecord<String, byte[]>> batch) {
            receiver.eachOnce(GROUP, batch, CustomerInterest.class, ledger::enter);
        }
    }
}
