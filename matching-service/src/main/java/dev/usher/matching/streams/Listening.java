package dev.usher.matching.streams;

import dev.usher.matching.Outcome;
import dev.usher.matching.Partition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears the records of one topic where the customers live: decodes, and asks the decisions at the top. */
abstract class Listening {

    final Tools tools;

    Listening(Tools tools) {
        this.tools = tools;
    }

    /** Whatever it throws parks the record. A null value is a tombstone. */
    abstract List<? extends Outcome> hear(String key, byte @Nullable [] value, String messageId, Partition partition);

    Instant now() {
        return tools.clock().instant();
    }

    /** A record in the wrong partition would be found by nobody. */
    static void requireKey(String key, String id) {
        if (!id.equals(key)) {
            throw new IllegalArgumentException("the key is '" + key + "', the record is about '" + id + "'");
        }
    }

    static byte[] required(byte @Nullable [] value) {
        if (value == null) {
            throw new IllegalArgumentException("the record is empty");
        }
        return value;
    }
}
