package dev.usher.invitation.chat;

import dev.usher.invitation.Event;
import dev.usher.invitation.Known;
import dev.usher.invitation.Origins;
import dev.usher.invitation.Times;
import dev.usher.invitation.chat.Directory.Named;
import dev.usher.invitation.chat.Talk.Option;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks which event is meant; when and where they are tells those of one name apart. */
@Component
class WhichEvent {

    /** Coming events named to choose from. */
    private static final int NAMED = 12;

    private final Directory directory;
    private final Known known;
    private final Origins origins;

    WhichEvent(Directory directory, Known known, Origins origins) {
        this.directory = directory;
        this.known = known;
        this.origins = origins;
    }

    /**
     * Of those that her words may mean.
     *
     * @param line what she would have typed had she meant this one
     */
    Mono<Say> among(String words, List<Named> which, Function<Event, String> line, Talk talk) {
        return events(which).map(found -> ask(Asking.which("event", words, found.size()), found, line, talk));
    }

    /** Of the next to come. */
    Mono<Say> coming(String head, Function<Event, String> line, Talk talk) {
        return directory
                .coming(origins.now(), NAMED)
                .flatMap(this::events)
                .map(found -> found.isEmpty()
                        ? Say.words("No event is coming that I know of.", talk)
                        : ask(head, found, line, talk));
    }

    private Mono<List<Event>> events(List<Named> which) {
        return Flux.fromIterable(which)
                .concatMap(named -> known.event(named.id(), 0))
                .collectList();
    }

    private static Say ask(String head, List<Event> found, Function<Event, String> line, Talk talk) {
        return Asking.ask(head, options(found, line), talk);
    }

    static List<Option> options(List<Event> found, Function<Event, String> line) {
        return found.stream()
                .map(e -> new Option(
                        first(e, found, List.of(WhichEvent::dated, WhichEvent::placed)),
                        line.apply(e),
                        e.name(),
                        first(e, found, List.of(WhichEvent::placed))))
                .toList();
    }

    /** The first of these ways to put it that fits no other; where none does, its id is told. */
    private static String first(Event event, List<Event> all, List<Function<Event, String>> ways) {
        return ways.stream()
                .filter(way -> all.stream()
                                .filter(e -> way.apply(e).equalsIgnoreCase(way.apply(event)))
                                .count()
                        == 1)
                .map(way -> way.apply(event))
                .findFirst()
                .orElseGet(() -> placed(event) + " (" + event.id() + ")");
    }

    private static String dated(Event event) {
        return event.name() + ", " + Times.days(event);
    }

    private static String placed(Event event) {
        return Stream.of(dated(event), where(event)).flatMap(Stream::ofNullable).collect(Collectors.joining(", "));
    }

    /** {@code San Francisco}, {@code San Francisco or online}, {@code online}; null = unknown. */
    private static @Nullable String where(Event event) {
        Event.Venue venue = event.venue();
        String place = venue == null ? null : venue.city() == null ? venue.name() : venue.city();
        return switch (event.format()) {
            case VIRTUAL -> "online";
            case IN_PERSON -> place;
            case HYBRID -> place == null ? "online" : place + " or online";
        };
    }
}
