package dev.usher.invitation.web;

import dev.usher.invitation.Customer;
import dev.usher.invitation.Customers;
import dev.usher.invitation.Event;
import dev.usher.invitation.Events;
import dev.usher.invitation.Invitation;
import dev.usher.invitation.Invitations;
import dev.usher.invitation.Match;
import dev.usher.invitation.Times;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts beside an invitation what a person needs to judge it: the event, the customer, what was done so far. */
@Component
class Cards {

    private static final int AT_ONCE = 8;

    private final Invitations invitations;
    private final Events events;
    private final Customers customers;

    Cards(Invitations invitations, Events events, Customers customers) {
        this.invitations = invitations;
        this.events = events;
        this.customers = customers;
    }

    /** @param topics at most eight */
    record EventCard(
            String name,
            String type,
            String days,
            String time,
            @Nullable String place,
            String format,
            List<String> topics,
            int version,
            boolean cancelled) {

        static EventCard of(Event e) {
            Event.Venue v = e.venue();
            String place = v == null ? "" : joined(v.name(), v.city(), v.region());
            return new EventCard(
                    e.name(),
                    e.type().name(),
                    Times.days(e),
                    Times.span(e),
                    place.isEmpty() ? null : place,
                    e.format().name(),
                    e.topics().stream().limit(8).toList(),
                    e.version(),
                    e.cancelled());
        }
    }

    /** The customer as the card shows it. */
    record CustomerCard(
            String name,
            @Nullable String industry,
            String location,
            List<String> challenges,
            List<String> interests,
            List<Person> contacts) {

        static CustomerCard of(Customer c) {
            Customer.Location at = c.location();
            return new CustomerCard(
                    c.name(),
                    c.industry(),
                    at == null ? "" : joined(at.city(), at.region(), at.country()),
                    c.challenges(),
                    c.interests(),
                    c.contacts().stream()
                            .map(p -> new Person(p.id(), p.name(), p.title(), p.role(), p.optedOut()))
                            .toList());
        }
    }

    /** Somebody the mail could go to. */
    record Person(
            String id,
            String name,
            @Nullable String title,
            @Nullable String role,
            boolean optedOut) {}

    /**
     * A picked session.
     *
     * @param when null = the agenda has it no more
     */
    record Picked(
            String id,
            String title,
            double score,
            String because,
            @Nullable String matches,
            @Nullable String when) {

        static Picked of(Match.Pick p, @Nullable Event event) {
            String when = event == null
                    ? null
                    : event.session(p.id()).map(s -> Times.when(event, s)).orElse(null);
            return new Picked(p.id(), p.title(), p.score(), p.because(), p.matches(), when);
        }
    }

    /** The world around one invitation, as far as it is known. */
    record Around(@Nullable Event event, @Nullable Customer customer) {}

    private Mono<Around> around(Invitation i) {
        return Mono.zip(
                        events.find(i.occasion().eventId()).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        customers
                                .find(i.occasion().customerId())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()))
                .map(t -> new Around(t.getT1().orElse(null), t.getT2().orElse(null)));
    }

    /** Everything, with its history. */
    Mono<Answers.Whole> whole(Invitation i) {
        return Mono.zip(around(i), invitations.history(i.id()).collectList())
                .map(t -> Answers.Whole.of(i, t.getT1(), t.getT2()));
    }

    /** As {@link #whole}, for a page of them. */
    Flux<Answers.Whole> wholes(List<Invitation> page) {
        return invitations
                .histories(page.stream().map(Invitation::id).toList())
                .flatMapMany(histories -> Flux.fromIterable(page)
                        .flatMapSequential(
                                i -> around(i)
                                        .map(around ->
                                                Answers.Whole.of(i, around, histories.getOrDefault(i.id(), List.of()))),
                                AT_ONCE));
    }

    /** The lines of a long list. */
    Flux<Answers.Line> lines(List<Invitation> page) {
        return Flux.fromIterable(page)
                .flatMapSequential(i -> around(i).map(around -> Answers.Line.of(i, around)), AT_ONCE);
    }

    private static String joined(@Nullable String... parts) {
        return String.join(
                ", ",
                Stream.of(parts)
                        .filter(p -> p != null && !p.isBlank())
                        .distinct()
                        .toList());
    }
}
