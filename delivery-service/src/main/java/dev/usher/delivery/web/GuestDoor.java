package dev.usher.delivery.web;

import dev.usher.contracts.GuestLinks.Purpose;
import dev.usher.delivery.Answer;
import dev.usher.delivery.Entry;
import dev.usher.delivery.GuestPage;
import dev.usher.delivery.GuestPage.View;
import dev.usher.delivery.Reception;
import dev.usher.delivery.Registration;
import java.net.URI;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The recipient's page. GET changes nothing, so that mail scanners may follow the link; only a POST answers. */
@RestController
@RequestMapping("/r/{token}")
class GuestDoor {

    private static final Notice FOREIGN = Notice.of(
            "That session is not on the agenda",
            "One of the sessions you chose does not belong to this event, or not any more. Nothing was changed. Please open"
                    + " the link in the mail again and choose from the sessions there.");

    private final Doorkeeper doorkeeper;
    private final GuestPage page;
    private final GuestCards cards;
    private final Pages pages;
    private final Entry entry;

    GuestDoor(Doorkeeper doorkeeper, GuestPage page, GuestCards cards, Pages pages, Entry entry) {
        this.doorkeeper = doorkeeper;
        this.page = page;
        this.cards = cards;
        this.pages = pages;
        this.entry = entry;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(@PathVariable String token) {
        return doorkeeper.open(Purpose.REGISTRATION, token, invitation -> shown(invitation, token));
    }

    private Mono<ResponseEntity<String>> shown(String invitation, String token) {
        return page.view(invitation)
                .map(view -> pages.guest(HttpStatus.OK, cards.card(view, token, new Upshot.Shown())));
    }

    @PostMapping
    Mono<ResponseEntity<String>> answer(@PathVariable String token, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(GuestForm::read)
                .onErrorReturn(IllegalArgumentException.class, GuestForm.NO_BUTTON)
                .flatMap(read ->
                        doorkeeper.act(Purpose.REGISTRATION, token, invitation -> answered(invitation, token, read)));
    }

    private Mono<ResponseEntity<String>> answered(String invitation, String token, GuestForm.Read read) {
        return switch (read) {
            case GuestForm.Read.Unclear unclear -> Mono.just(pages.notice(HttpStatus.BAD_REQUEST, unclear.page()));
            case GuestForm.Read.Said said ->
                page.view(invitation).flatMap(view -> answered(view, said.answer(), token));
        };
    }

    private Mono<ResponseEntity<String>> answered(View before, Answer answer, String token) {
        String outside = cards.outside(before.event());
        return outside != null && answer instanceof Answer.Register
                ? Mono.just(ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(outside))
                        .build())
                : page.answer(before.invited().invitationId(), answer)
                        .flatMap(done -> done(done, before, answer, token));
    }

    /** The page as it is now; what did nothing is no success. */
    private Mono<ResponseEntity<String>> done(Reception.Answered done, View before, Answer answer, String token) {
        if (done.foreign() != null) {
            return Mono.just(pages.notice(HttpStatus.BAD_REQUEST, FOREIGN));
        }
        Upshot upshot = upshot(done, before, answer);
        HttpStatus status = upshot instanceof Upshot.Nothing ? HttpStatus.CONFLICT : HttpStatus.OK;
        return page.view(before.invited().invitationId())
                .map(view -> pages.guest(status, cards.card(view, token, upshot)));
    }

    private static Upshot upshot(Reception.Answered done, View before, Answer answer) {
        if (done.registration() == null) {
            return new Upshot.Nothing(
                    Objects.requireNonNullElse(done.closed(), "There is no registration of yours to change."));
        }
        Registration seat = before.seat();
        boolean update = answer instanceof Answer.Register
                && seat != null
                && seat.status().coming();
        return update ? new Upshot.Saved() : new Upshot.Shown();
    }

    @GetMapping("/calendar.ics")
    Mono<ResponseEntity<String>> calendar(@PathVariable String token) {
        return doorkeeper.open(
                Purpose.REGISTRATION, token, invitation -> page.view(invitation).map(this::file));
    }

    private ResponseEntity<String> file(View view) {
        String method = view.event().cancelled() ? "CANCEL" : "PUBLISH";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar; charset=UTF-8; method=" + method))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"event.ics\"")
                .body(entry.publish(view.event(), view.invited(), view.seat(), view.now()));
    }
}
