package dev.usher.catalog.kafka;

import dev.usher.catalog.Details;
import dev.usher.catalog.Event;
import dev.usher.catalog.Feed;
import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Audience;
import dev.usher.contracts.avro.Deadline;
import dev.usher.contracts.avro.EventFormat;
import dev.usher.contracts.avro.EventStatus;
import dev.usher.contracts.avro.EventType;
import dev.usher.contracts.avro.Host;
import dev.usher.contracts.avro.Links;
import dev.usher.contracts.avro.Offer;
import dev.usher.contracts.avro.Session;
import dev.usher.contracts.avro.Speaker;
import dev.usher.contracts.avro.Venue;
import dev.usher.messaging.Outbox;
import dev.usher.messaging.Outgoing;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells events as records of topic {@code events}, by way of the outbox. */
@Component
class EventRecords implements Feed {

    private final Outbox outbox;

    EventRecords(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> tell(Event event) {
        return outbox.publish(Outgoing.of(Topics.EVENTS, event.id(), record(event)));
    }

    static dev.usher.contracts.avro.Event record(Event event) {
        Details details = event.details();
        return new dev.usher.contracts.avro.Event(
                event.id(),
                event.version(),
                EventStatus.valueOf(event.status().name()),
                details.name(),
                details.series(),
                EventType.valueOf(details.type().name()),
                details.description(),
                details.startsAt().toInstant(),
                details.endsAt().toInstant(),
                details.timeZone().getId(),
                EventFormat.valueOf(details.format().name()),
                told(details.venue(), v -> new Venue(v.name(), v.city(), v.region(), v.country())),
                details.topics(),
                each(details.sessions(), EventRecords::session),
                told(details.audience(), EventRecords::audience),
                details.registrationUrl(),
                told(details.offer(), offer -> new Offer(offer.text(), offer.code(), offer.expiresOn())),
                each(details.deadlines(), deadline -> new Deadline(deadline.text(), deadline.on())),
                details.capacity(),
                told(details.host(), host -> new Host(host.name(), host.email())),
                told(details.followUp(), links -> new Links(links.recordingUrl(), links.surveyUrl())),
                event.why(),
                event.changedAt());
    }

    private static Session session(Details.Session session) {
        return new Session(
                session.id(),
                session.title(),
                session.summary(),
                session.startsAt().toInstant(),
                session.endsAt().toInstant(),
                each(session.speakers(), who -> new Speaker(who.name(), who.title(), who.company())),
                session.track(),
                session.kind());
    }

    private static Audience audience(Details.Audience wanted) {
        return new Audience(wanted.industries(), wanted.regions(), wanted.roles(), wanted.companySizes());
    }

    private static <T, R> @Nullable R told(@Nullable T known, Function<T, R> tell) {
        return known == null ? null : tell.apply(known);
    }

    private static <T, R> List<R> each(List<T> known, Function<T, R> tell) {
        return known.stream().map(tell).toList();
    }
}
