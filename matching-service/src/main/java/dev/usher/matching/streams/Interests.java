package dev.usher.matching.streams;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.CustomerInterest;
import dev.usher.matching.Outcome;
import dev.usher.matching.Partition;
import dev.usher.matching.avro.TriggerRecords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers show what they care about. */
final class Interests extends Listening {

    Interests(Tools tools) {
        super(tools);
    }

    @Override
    List<Outcome> hear(String key, byte @Nullable [] value, String messageId, Partition here) {
        var record = tools.avro().decode(Topics.CUSTOMER_INTERESTS, required(value), CustomerInterest.class);
        requireKey(key, record.getCustomerId());
        return tools.decisions().noticing().shown(key, TriggerRecords.read(messageId, record), here, now());
    }
}
