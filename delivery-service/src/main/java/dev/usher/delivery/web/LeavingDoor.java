package dev.usher.delivery.web;

import dev.usher.contracts.GuestLinks.Purpose;
import dev.usher.delivery.Leaving;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Unsubscribe: GET shows a page, only POST acts, from its button or from the mail program's own (RFC 8058). */
@RestController
@RequestMapping("/u/{token}")
class LeavingDoor {

    private final Doorkeeper doorkeeper;
    private final Leaving leaving;
    private final Pages pages;

    LeavingDoor(Doorkeeper doorkeeper, Leaving leaving, Pages pages) {
        this.doorkeeper = doorkeeper;
        this.leaving = leaving;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(@PathVariable String token) {
        return doorkeeper.open(
                Purpose.UNSUBSCRIBE,
                token,
                invitation -> leaving.address(invitation)
                        .map(address -> pages.notice(
                                HttpStatus.OK,
                                new Notice(
                                        "Stop all event mail?",
                                        "No more invitations or reminders to " + address
                                                + ". Seats you have stay yours.",
                                        "/u/" + token,
                                        "Yes, stop it"))));
    }

    /** Whatever the body says: a mail program sends {@code List-Unsubscribe=One-Click}, the page its button. */
    @PostMapping
    Mono<ResponseEntity<String>> leave(@PathVariable String token) {
        return doorkeeper.act(
                Purpose.UNSUBSCRIBE,
                token,
                invitation -> leaving.leave(invitation, "LINK")
                        .map(address -> pages.notice(
                                HttpStatus.OK, Notice.of("Done", "We will not write to " + address + " again."))));
    }
}
