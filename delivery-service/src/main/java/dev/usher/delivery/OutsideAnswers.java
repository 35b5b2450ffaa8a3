package dev.usher.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers that came by another way than our page: an outside platform, an attendance list. */
@Service
public class OutsideAnswers {

    private final Records records;
    private final Invitations invitations;
    private final Companies companies;
    private final Reception reception;

    OutsideAnswers(Records records, Invitations invitations, Companies companies, Reception reception) {
        this.records = records;
        this.invitations = invitations;
        this.companies = companies;
        this.reception = reception;
    }

    /** Who it is about; at least an address, or an invitation, or customer and contact. */
    public record Who(
            @Nullable String invitationId,
            @Nullable String customerId,
            @Nullable String contactId,
            @Nullable String email) {

        /** What is blank was not said. */
        public Who {
            invitationId = said(invitationId);
            customerId = said(customerId);
            contactId = said(contactId);
            email = said(email);
        }

        private static @Nullable String said(@Nullable String value) {
            return value == null || value.isBlank() ? null : value;
        }

        /** True where this can be somebody. */
        public boolean named() {
            return invitationId != null || email != null || (customerId != null && contactId != null);
        }
    }

    /** What came of it. */
    public sealed interface Result {
        record Taken(Reception.Answered answered) implements Result {}

        record NoEvent() implements Result {}

        record NoGuest() implements Result {}
    }

    private record Known(Guest guest, @Nullable String invitationId) {}

    public Mono<Result> take(String eventId, Who who, Answer answer, String source) {
        return records.event(eventId, answer)
                .flatMap(_ -> take(eventId, who, answer, source, new Reading()))
                .defaultIfEmpty(new Result.NoEvent());
    }

    /** As above, of an event that is known. @param reading shared by the answers that came together */
    public Mono<Result> take(String eventId, Who who, Answer answer, String source, Reading reading) {
        return reading.ask(() -> guest(eventId, who))
                .flatMap(known -> reception.answer(known.guest(), known.invitationId(), answer, source))
                .<Result>map(Result.Taken::new)
                .defaultIfEmpty(new Result.NoGuest());
    }

    private Mono<Known> guest(String eventId, Who who) {
        return invited(eventId, who)
                .map(invited -> new Known(invited.guest(), invited.invitationId()))
                .switchIfEmpty(Mono.defer(() -> contact(eventId, who)));
    }

    private Mono<Invited> invited(String eventId, Who who) {
        if (who.invitationId() != null) {
            return invitations
                    .find(who.invitationId())
                    .filter(found -> found.guest().eventId().equals(eventId));
        }
        return who.email() == null ? Mono.empty() : invitations.of(eventId, who.email());
    }

    /** A contact we know; her invitation, if she has one, goes along. */
    private Mono<Known> contact(String eventId, Who who) {
        boolean named = who.email() != null || (who.customerId() != null && who.contactId() != null);
        return !named
                ? Mono.empty()
                : companies
                        .guest(eventId, who.customerId(), who.contactId(), who.email())
                        .flatMap(guest -> invitations
                                .of(eventId, guest.address())
                                .map(invited -> new Known(guest, invited.invitationId()))
                                .defaultIfEmpty(new Known(guest, null)));
    }
}
