package dev.usher.matching.streams;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.CustomerInterest;
import dev.usher.matching.Outcome;
import dev.usher.matching.Partition;
import dev.usher.matching.avro.TriggerRecords;
import java.time.Duration;
import java.util.List;

/** Customers show what they care about. */
final class Interests extends Listening {

    Interests(Tools tools) {
        super(tools);
    }

    @Override
    void begin() {
        every(Duration.ofSeconds(1), (here, now) -> {
            tools.decisions().noticing().overdue(here, now);
            return List.of();
        });
    }

    @Override
    List<Outcome> hear(String key, byte[] value, String messageId, Partition here) {
        var record = tools.avro().decode(Topics.CUSTOMER_INTERESTS, required(value), CustomerInterest.class);
        requireKey(key, record.getCustomerId());
        return tools.decisions().noticing().shown(key, TriggerRecords.read(messageId, record), here, now());
    }
}
