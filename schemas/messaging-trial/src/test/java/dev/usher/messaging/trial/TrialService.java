package dev.usher.messaging.trial;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.CustomerInterest;
import dev.usher.messaging.Outbox;
import dev.usher.messaging.Receiver;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Writes every interest it hears of into its ledger. */
@SpringBootApplication
class TrialService {

    static void main(String[] settings) {
        SpringApplication.run(TrialService.class, settings);
    }

    @Bean
    Ledger ledger(DatabaseClient database, Outbox outbox, TransactionalOperator transaction) {
        return new Ledger(database, outbox, transaction);
    }

    @Bean
    Door door(Receiver receiver, Ledger ledger, @Value("${trial.group}." + Topics.CUSTOMER_INTERESTS) String group) {
        return new Door(receiver, ledger, group);
    }

    /** The listener, as a service writes it. */
    static class Door {
        private final Receiver receiver;
        private final Ledger ledger;
        private final String group;

        Door(Receiver receiver, Ledger ledger, String group) {
            this.group = group;
            this.receiver = receiver;
            this.ledger = ledger;
        }

        @KafkaListener(topics = Topics.CUSTOMER_INTERESTS, groupId = "${trial.group}." + Topics.CUSTOMER_INTERESTS)
        void on(List<ConsumerRecord<String, byte[]>> batch) {
            receiver.eachOnce(group, batch, CustomerInterest.class, ledger::enter);
        }
    }
}
