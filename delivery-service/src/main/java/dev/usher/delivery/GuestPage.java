package dev.usher.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What the recipient of an invitation sees and may do. */
@Service
public class GuestPage {

    private final Invitations invitations;
    private final Gatherings gatherings;
    private final Registrations registrations;
    private final Companies companies;
    private final Reception reception;
    private final Clock clock;

    GuestPage(
            Invitations invitations,
            Gatherings gatherings,
            Registrations registrations,
            Companies companies,
            Reception reception,
            Clock clock) {
        this.invitations = invitations;
        this.gatherings = gatherings;
        this.registrations = registrations;
        this.companies = companies;
        this.reception = reception;
        this.clock = clock;
    }

    /**
     * All that the page shows.
     *
     * @param seat what she answered before; null = nothing
     * @param zone hers; null = unknown
     * @param full true where a new guest in person would wait
     */
    public record View(
            Invited invited,
            Gathering event,
            @Nullable Registration seat,
            @Nullable ZoneId zone,
            boolean full,
            Instant now) {}

    /** Changes nothing. Empty where the invitation was not approved, or its event is not known. */
    public Mono<View> view(String invitationId) {
        return invitations.find(invitationId).flatMap(this::view);
    }

    private Mono<View> view(Invited invited) {
        Guest guest = invited.guest();
        return Reading.soon(() -> gatherings.find(guest.eventId()))
                .flatMap(event -> registrations
                        .crowd(event, guest.key())
                        .flatMap(crowd -> registrations
                                .find(event.id(), guest.key())
                                .map(seat -> view(invited, event, seat, crowd))
                                .defaultIfEmpty(view(invited, event, null, crowd)))
                        .flatMap(view -> companies
                                .zoneOf(guest)
                                .map(zone -> new View(invited, event, view.seat(), zone, view.full(), view.now()))
                                .defaultIfEmpty(view)));
    }

    private View view(Invited invited, Gathering event, @Nullable Registration seat, Registrations.Crowd crowd) {
        return new View(invited, event, seat, null, crowd.fills(event.capacity()), clock.instant());
    }

    /** Takes her answer. Empty where the invitation was not approved, or its event is not known. */
    public Mono<Reception.Answered> answer(String invitationId, Answer answer) {
        return Reading.soon(() -> invitations.find(invitationId))
                .flatMap(invited -> reception.answer(invited.guest(), invitationId, answer, "PAGE"));
    }
}
