package dev.usher.delivery.web;

import dev.usher.contracts.GuestLinks;
import dev.usher.contracts.GuestLinks.Purpose;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets in who has a genuine link; all others get a page that says what to do. */
@Component
class Doorkeeper {

    private static final Notice FORGED = Notice.of(
            "This link does not work",
            "It may have been cut off or changed on its way. Please open the link in the mail again, or answer the mail:"
                    + " the person who wrote to you can help.");
    private static final Notice EXPIRED = Notice.of(
            "This link has expired",
            "The event it belongs to is long over. Please answer the mail it came in: the person who wrote to you can"
                    + " help.");
    private static final Notice NOT_SENT = Notice.of(
            "This invitation has not been sent yet",
            "You see the preview of a draft. The page opens once the invitation was approved.");

    private final GuestLinks links;
    private final Pages pages;
    private final Clock clock;

    Doorkeeper(GuestLinks links, Pages pages, Clock clock) {
        this.links = links;
        this.pages = pages;
        this.clock = clock;
    }

    /** To look. @param inside gets the invitation's id; empty = the invitation is not approved yet */
    Mono<ResponseEntity<String>> open(
            Purpose purpose, String token, Function<String, Mono<ResponseEntity<String>>> inside) {
        return open(purpose, token, inside, HttpStatus.OK);
    }

    /** As {@link #open}, to do something: where that is not possible yet, it is said by the status too. */
    Mono<ResponseEntity<String>> act(
            Purpose purpose, String token, Function<String, Mono<ResponseEntity<String>>> inside) {
        return open(purpose, token, inside, HttpStatus.CONFLICT);
    }

    private Mono<ResponseEntity<String>> open(
            Purpose purpose, String token, Function<String, Mono<ResponseEntity<String>>> inside, HttpStatus notSent) {
        return switch (links.read(purpose, token, clock.instant())) {
            case GuestLinks.Genuine genuine ->
                inside.apply(genuine.invitationId())
                        .switchIfEmpty(Mono.fromSupplier(() -> pages.notice(notSent, NOT_SENT)));
            case GuestLinks.Expired _ -> Mono.just(pages.notice(HttpStatus.GONE, EXPIRED));
            case GuestLinks.Forged _ -> Mono.just(pages.notice(HttpStatus.NOT_FOUND, FORGED));
        };
    }
}
