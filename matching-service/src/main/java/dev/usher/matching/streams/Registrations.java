package dev.usher.matching.streams;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Registration;
import dev.usher.matching.Outcome;
import dev.usher.matching.Partition;
import dev.usher.matching.Visit;
import dev.usher.matching.avro.TriggerRecords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seats taken, declined and sat in: what is remembered of a customer. */
final class Registrations extends Listening {

    Registrations(Tools tools) {
        super(tools);
    }

    @Override
    List<Outcome> hear(String key, byte @Nullable [] value, String messageId, Partition here) {
        var record = tools.avro().decode(Topics.REGISTRATIONS, required(value), Registration.class);
        requireKey(key, record.getCustomerId());
        Visit visit = TriggerRecords.read(record);
        here.book()
                .remember(
                        key, here.events().find(visit.eventId()).map(visit::at).orElse(visit));
        here.stale().mark(key);
        return List.of();
    }
}
