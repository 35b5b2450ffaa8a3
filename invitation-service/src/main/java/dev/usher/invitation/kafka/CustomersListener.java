package dev.usher.invitation.kafka;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Customer;
import dev.usher.invitation.Revising;
import dev.usher.messaging.Received;
import dev.usher.messaging.Receiver;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The customer book told of a customer; a tombstone erases it. */
@Component
class CustomersListener {

    private static final String GROUP = "invitation-service." + Topics.CUSTOMERS;

    private final Receiver receiver;
    private final Revising revising;

    CustomersListener(Receiver receiver, Revising revising) {
        this.receiver = receiver;
        this.revising = revising;
    }

    @KafkaListener(topics = Topics.CUSTOMERS, groupId = GROUP)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        receiver.eachOnce(GROUP, batch, Customer.class, this::told);
    }

    private Mono<Void> told(Received<Customer> told) {
        Customer customer = told.value();
        return revising.customerChanged(told.key(), customer == null ? null : FromAvro.customer(customer));
    }
}
