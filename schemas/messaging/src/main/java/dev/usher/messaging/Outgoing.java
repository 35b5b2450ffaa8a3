package dev.usher.messaging;

import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record to be published.
 *
 * @param id the message id that receivers deduplicate by; the same id means the same message
 * @param topic one of {@link dev.usher.contracts.Topics#ALL}
 * @param key what decides the partition, and so what is kept in order
 */
public record Outgoing(String id, String topic, String key, SpecificRecord value) {

    /** A message of its own: its id is random. */
    public static Outgoing of(String topic, String key, SpecificRecord value) {
        return new Outgoing(UUID.randomUUID().toString(), topic, key, value);
    }
}
