package dev.usher.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What of an event's new version a guest must know; a better abstract is none of it. */
final class Changes {

    private Changes() {}

    /** In sentences; empty = nothing that matters to a guest. */
    static List<String> between(Gathering before, Gathering after) {
        List<String> news = new ArrayList<>();
        if (!before.startsAt().equals(after.startsAt())
                || !before.endsAt().equals(after.endsAt())
                || !before.zone().equals(after.zone())) {
            news.add("It has a new time.");
        }
        if (!before.where().equals(after.where())) {
            news.add(
                    after.where().isEmpty()
                            ? "The place is to be told."
                            : "It now takes place: " + after.where() + ".");
        }
        if (!Objects.equals(before.name(), after.name())) {
            news.add("It is now called " + after.name() + ".");
        }
        return List.copyOf(news);
    }
}
