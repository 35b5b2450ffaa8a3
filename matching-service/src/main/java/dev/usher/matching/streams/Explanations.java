package dev.usher.matching.streams;

import dev.usher.matching.Outcome;
import dev.usher.matching.Partition;
import dev.usher.matching.Winners;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The winners of all partitions come back to where they live. */
final class Explanations extends Listening {

    Explanations(Tools tools) {
        super(tools);
    }

    @Override
    List<Outcome> hear(String key, byte @Nullable [] value, String messageId, Partition here) {
        return tools.decisions().explaining().won(Json.read(required(value), Winners.class), here, now());
    }
}
