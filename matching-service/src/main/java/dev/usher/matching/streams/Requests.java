package dev.usher.matching.streams;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.InviteRequest;
import dev.usher.matching.Outcome;
import dev.usher.matching.Partition;
import dev.usher.matching.avro.TriggerRecords;
import java.time.Duration;
import java.util.List;

/** People ask for single pairs. */
final class Requests extends Listening {

    private static final Duration OFTEN = Duration.ofMillis(500);

    Requests(Tools tools) {
        super(tools);
    }

    @Override
    void begin() {
        every(OFTEN, tools.decisions().answering()::overdue);
    }

    @Override
    List<Outcome> hear(String key, byte[] value, String messageId, Partition here) {
        var record = tools.avro().decode(Topics.INVITE_REQUESTS, required(value), InviteRequest.class);
        requireKey(key, record.getCustomerId());
        return tools.decisions().answering().asked(TriggerRecords.read(messageId, record), here, now());
    }
}
