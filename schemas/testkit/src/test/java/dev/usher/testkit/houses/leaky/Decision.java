package dev.usher.testkit.houses.leaky;

import dev.usher.contracts.avro.Event;
import dev.usher.testkit.houses.leaky.web.Door;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Knows a record, an Avro class, its own door, and what time it is. */
public record Decision(ConsumerRecord<String, Event> record, Door door) {
    Instant at() {
        return Instant.now();
    }
}
