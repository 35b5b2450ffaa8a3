package dev.usher.matching.streams;

import dev.usher.matching.Outcome;
import dev.usher.matching.Partition;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Every partition hears of every event, and of every audience asked for. */
final class Announcements extends Listening {

    Announcements(Tools tools) {
        super(tools);
    }

    @Override
    void begin() {
        every(Duration.ofHours(1), (here, now) -> {
            here.events()
                    .forgetEndedBefore(now.minus(tools.settings().forgetAfter()))
                    .forEach(old -> tools.agendas().forget(old.id()));
            return List.of();
        });
    }

    @Override
    List<Outcome> hear(String key, byte[] value, String messageId, Partition here) {
        Told told = Json.read(required(value), Told.class);
        if (told.event() != null) {
            return tools.decisions().announcing().heard(told.event(), here, now());
        }
        return List.of(tools.decisions().announcing().asked(Objects.requireNonNull(told.question()), here, now()));
    }
}
