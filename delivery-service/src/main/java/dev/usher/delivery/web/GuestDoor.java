package dev.usher.delivery.web;

import dev.usher.contracts.GuestLinks.Purpose;
import dev.usher.delivery.Answer;
import dev.usher.delivery.Attendance;
import dev.usher.delivery.Entry;
import dev.usher.delivery.GuestPage;
import dev.usher.delivery.GuestPage.View;
import dev.usher.delivery.Reception;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
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

    private static final int LONGEST_REASON = 1000;

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
        return page.view(invitation).map(view -> pages.guest(HttpStatus.OK, cards.card(view, token, null)));
    }

    @PostMapping
    Mono<ResponseEntity<String>> answer(@PathVariable String token, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(GuestDoor::answer)
                .onErrorReturn(IllegalArgumentException.class, Optional.empty())
                .flatMap(answer ->
                        doorkeeper.act(Purpose.REGISTRATION, token, invitation -> answered(invitation, token, answer)));
    }

    private Mono<ResponseEntity<String>> answered(String invitation, String token, Optional<Answer> answer) {
        if (answer.isEmpty()) {
            return Mono.just(pages.notice(
                    HttpStatus.BAD_REQUEST,
                    Notice.of("That was not understood", "Please go back and use one of the buttons.")));
        }
        return page.view(invitation).flatMap(view -> answered(view, answer.get(), token));
    }

    private Mono<ResponseEntity<String>> answered(View view, Answer answer, String token) {
        String outside = cards.outside(view.event());
        return outside != null && answer instanceof Answer.Register
                ? Mono.just(ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(outside))
                        .build())
                : page.answer(view.invited().invitationId(), answer)
                        .flatMap(done -> done(done, view.invited().invitationId(), token));
    }

    /** The page as it is now; what did nothing is no success. */
    private Mono<ResponseEntity<String>> done(Reception.Answered done, String invitation, String token) {
        String nothing = done.registration() == null
                ? Objects.requireNonNullElse(done.closed(), "There is no registration of yours to change.")
                : null;
        HttpStatus status = nothing == null ? HttpStatus.OK : HttpStatus.CONFLICT;
        return page.view(invitation).map(view -> pages.guest(status, cards.card(view, token, nothing)));
    }

    /** Empty where none of the buttons was used. */
    private static Optional<Answer> answer(MultiValueMap<String, String> form) {
        return switch (Objects.requireNonNullElse(form.getFirst("action"), "")) {
            case "REGISTER" -> Optional.of(new Answer.Register(attendance(form), sessions(form)));
            case "DECLINE" -> Optional.of(new Answer.Decline(reason(form)));
            case "CANCEL" -> Optional.of(new Answer.Cancel(reason(form)));
            default -> Optional.empty();
        };
    }

    private static @Nullable Attendance attendance(MultiValueMap<String, String> form) {
        return switch (Objects.requireNonNullElse(form.getFirst("attendance"), "")) {
            case "IN_PERSON" -> Attendance.IN_PERSON;
            case "VIRTUAL" -> Attendance.VIRTUAL;
            default -> null;
        };
    }

    private static List<String> sessions(MultiValueMap<String, String> form) {
        return Objects.requireNonNullElse(form.get("sessions"), List.of());
    }

    private static @Nullable String reason(MultiValueMap<String, String> form) {
        String reason =
                Objects.requireNonNullElse(form.getFirst("reason"), "").strip().replace("\0", "");
        return reason.isEmpty() ? null : reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
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
