package dev.usher.testkit;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.CustomerInterest;
import dev.usher.messaging.Received;
import dev.usher.messaging.Receiver;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The whole of the smallest service: each interest leaves a row, its number in the order of arrival. */
@Component
class Effects {

    static final String GROUP = "testkit.customer-interests";

    private final Receiver receiver;
    private final DatabaseClient database;

    Effects(Receiver receiver, DatabaseClient database) {
        this.receiver = receiver;
        this.database = database;
    }

    @KafkaListener(topics = Topics.CUSTOMER_INTERESTS, groupId = GROUP)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        receiver.eachOnce(GROUP, batch, CustomerInterest.class, this::keep);
    }

    private Mono<Void> keep(Received<CustomerInterest> interest) {
        String note =
                Objects.requireNonNull(Objects.requireNonNull(interest.value()).getNote());
        return note.matches("\\d+")
                ? database.sql("insert into effect (number) values ($1)")
                        .bind("$1", Integer.parseInt(note))
                        .then()
                : Mono.empty();
    }

    List<Integer> all() {
        return Objects.requireNonNull(database.sql("select number from effect order by place")
                .mapValue(Integer.class)
                .all()
                .collectList()
                .block(Duration.ofSeconds(10)));
    }

    void clear() {
        database.sql("truncate effect").then().block(Duration.ofSeconds(10));
    }
}
