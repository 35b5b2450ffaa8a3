package dev.usher.matching.kafka;

import dev.usher.matching.Page;
import dev.usher.matching.Rankings;
import dev.usher.messaging.Later;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stores explained rankings. A page stored twice is stored once, so no inbox is needed; the topic is matching's own. */
@Component
class RankingsListener {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Rankings rankings;

    RankingsListener(Rankings rankings) {
        this.rankings = rankings;
    }

    @KafkaListener(topics = "matching-rankings", groupId = Groups.RANKINGS)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        for (int i = 0; i < batch.size(); i++) {
            try {
                rankings.save(JSON.readValue(batch.get(i).value(), Page.class)).block(PATIENCE);
            } catch (RuntimeException failed) {
                throw new BatchListenerFailedException("a page cannot be stored", reason(failed), i);
            }
        }
    }

    private static RuntimeException reason(RuntimeException failed) {
        return Later.isLater(failed) || timedOut(failed) ? new Later("the database is away", failed) : failed;
    }

    /** Reactor says so with an exception of no type of its own. */
    private static boolean timedOut(RuntimeException failed) {
        return failed instanceof IllegalStateException
                && String.valueOf(failed.getMessage()).startsWith("Timeout");
    }
}
