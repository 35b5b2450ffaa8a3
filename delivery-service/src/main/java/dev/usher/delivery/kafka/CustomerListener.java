package dev.usher.delivery.kafka;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Customer;
import dev.usher.delivery.CustomerNews;
import dev.usher.messaging.Received;
import dev.usher.messaging.Receiver;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Door for customers; a tombstone erases. */
@Component
class CustomerListener {

    private static final String GROUP = "delivery." + Topics.CUSTOMERS;

    private final Receiver receiver;
    private final CustomerNews news;

    CustomerListener(Receiver receiver, CustomerNews news) {
        this.receiver = receiver;
        this.news = news;
    }

    @KafkaListener(topics = Topics.CUSTOMERS, groupId = GROUP)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        receiver.eachOnce(GROUP, batch, Customer.class, this::handle);
    }

    private Mono<Void> handle(Received<Customer> received) {
        Customer customer = received.value();
        return customer == null ? news.erased(received.key()) : news.customer(Translation.company(customer));
    }
}
