package dev.usher.matching.kafka;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Customer;
import dev.usher.matching.Customers;
import dev.usher.matching.avro.CustomerRecords;
import dev.usher.messaging.Received;
import dev.usher.messaging.Receiver;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings back what the log has and the table lost, and erases what the log erased. */
@Component
class CustomersListener {

    private final Receiver receiver;
    private final Customers customers;

    CustomersListener(Receiver receiver, Customers customers) {
        this.receiver = receiver;
        this.customers = customers;
    }

    @KafkaListener(topics = Topics.CUSTOMERS, groupId = Groups.CUSTOMERS)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        receiver.eachOnce(Groups.CUSTOMERS, batch, Customer.class, this::follow);
    }

    private Mono<Void> follow(Received<Customer> received) {
        Customer customer = received.value();
        return customer == null ? customers.erase(received.key()) : customers.follow(CustomerRecords.read(customer));
    }
}
