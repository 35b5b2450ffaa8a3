package dev.usher.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers a service mail's facts and makes a mail of them that walks the same way out as any other. */
@Component
class Dispatch {

    private final Gatherings gatherings;
    private final Registrations registrations;
    private final Invitations invitations;
    private final Companies companies;
    private final Writing writing;
    private final Deliveries deliveries;

    Dispatch(
            Gatherings gatherings,
            Registrations registrations,
            Invitations invitations,
            Companies companies,
            Writing writing,
            Deliveries deliveries) {
        this.gatherings = gatherings;
        this.registrations = registrations;
        this.invitations = invitations;
        this.companies = companies;
        this.writing = writing;
        this.deliveries = deliveries;
    }

    /** Empty where event, seat or invitation are unknown. */
    Mono<ServiceMails.Facts> facts(Reminder reminder) {
        Guest guest = reminder.guest();
        return Mono.zip(
                        gatherings.find(guest.eventId()),
                        registrations.find(guest.eventId(), guest.key()),
                        invitations.find(reminder.mail().invitationId()),
                        zone(guest))
                .map(found -> new ServiceMails.Facts(
                        reminder,
                        found.getT2(),
                        found.getT1(),
                        found.getT3(),
                        found.getT4().orElse(null)));
    }

    private Mono<Optional<ZoneId>> zone(Guest guest) {
        return companies.zoneOf(guest).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    Mono<Void> commission(ServiceMails.Facts facts, Instant now) {
        return Mono.fromSupplier(() -> writing.of(facts, now))
                .onErrorMap(Dispatch::unwritten)
                .flatMap(ready -> deliveries.add(ready.commission(), ready.envelope(), now))
                .then();
    }

    /** The same facts would fail again, however often: this mail is over, the others are not. */
    private static Throwable unwritten(Throwable cause) {
        return cause instanceof Envelopes.Unsendable
                ? cause
                : new Envelopes.Unsendable("it cannot be written: " + cause, cause);
    }

    /** Facts made into bytes. */
    @Component
    static class Writing {

        private final ServiceMails mails;
        private final Envelopes envelopes;

        Writing(ServiceMails mails, Envelopes envelopes) {
            this.mails = mails;
            this.envelopes = envelopes;
        }

        record Ready(Commission commission, Envelopes.Sealed envelope) {}

        Ready of(ServiceMails.Facts facts, Instant now) {
            ServiceMails.Written written = mails.write(facts);
            Reminder reminder = facts.reminder();
            Commission commission =
                    new Commission(reminder.mail(), reminder.guest(), 0, "", written.content(), List.of(), null, now);
            return new Ready(commission, envelopes.seal(commission, null, written.calendar()));
        }
    }
}
