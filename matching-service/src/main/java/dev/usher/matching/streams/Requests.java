package dev.usher.matching.streams;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.InviteRequest;
import dev.usher.matching.Outcome;
import dev.usher.matching.Partition;
import dev.usher.matching.avro.TriggerRecords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People ask for single pairs. */
final class Requests extends Listening {

    Requests(Tools tools) {
        super(tools);
    }

    @Override
    List<Outcome> hear(String key, byte @Nullable [] value, String messageId, Partition here) {
        var record = tools.avro().decode(Topics.INVITE_REQUESTS, required(value), InviteRequest.class);
        requireKey(key, record.getCustomerId());
        return tools.decisions().answering().asked(TriggerRecords.read(messageId, record), here, now());
    }
}
