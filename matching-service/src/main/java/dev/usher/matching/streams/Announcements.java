package dev.usher.matching.streams;

import dev.usher.matching.Outcome;
import dev.usher.matching.Partition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every partition hears of every event, and of every audience asked for. */
final class Announcements extends Listening {

    Announcements(Tools tools) {
        super(tools);
    }

    @Override
    List<Outcome> hear(String key, byte @Nullable [] value, String messageId, Partition here) {
        Told told = Json.read(required(value), Told.class);
        if (told.event() != null) {
            return tools.decisions().announcing().heard(told.event(), here, now());
        }
        return tools.decisions().announcing().asked(Objects.requireNonNull(told.question()), here, now());
    }
}
