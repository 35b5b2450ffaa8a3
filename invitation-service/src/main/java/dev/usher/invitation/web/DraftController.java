package dev.usher.invitation.web;

import dev.usher.invitation.Draft;
import dev.usher.invitation.Drafting;
import dev.usher.invitation.Editing;
import dev.usher.invitation.Invitation;
import dev.usher.invitation.Invitations;
import dev.usher.invitation.Outcome;
import dev.usher.invitation.Status;
import dev.usher.invitation.TestMails;
import dev.usher.rest.Problem;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The door for working on a draft. */
@RestController
@RequestMapping("/api/invitations/{id}")
class DraftController {

    private final Editing editing;
    private final Invitations invitations;
    private final TestMails testMails;
    private final Cards cards;

    DraftController(Editing editing, Invitations invitations, TestMails testMails, Cards cards) {
        this.editing = editing;
        this.invitations = invitations;
        this.testMails = testMails;
        this.cards = cards;
    }

    @PutMapping("/draft")
    Mono<ResponseEntity<Answers.Whole>> edit(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Bodies.Edit body) {
        Editing.Wish wish = new Editing.Wish(id, IfMatch.required(ifMatch), edit(body), body.contactId(), null);
        return editing.edit(wish)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("invitation " + id)))
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.Conflict conflict ->
                        Mono.error(Problem.conflict("Not possible: " + conflict.happened() + "."));
                    case Outcome.Stale stale -> Mono.error(IfMatch.stale(stale.now()));
                    case Outcome.Unknown unknown -> Mono.error(Problem.badRequest(unknown.field(), unknown.why()));
                    case Outcome.TooLarge mail ->
                        Mono.error(Problem.badRequest(
                                body.html() == null ? "text" : "html",
                                "makes a mail of %d bytes; at most %d".formatted(mail.bytes(), mail.most())));
                    default -> whole(id);
                });
    }

    private Mono<ResponseEntity<Answers.Whole>> whole(String id) {
        return invitations
                .find(id)
                .flatMap(i -> cards.whole(i)
                        .map(whole -> ResponseEntity.ok()
                                .eTag("\"" + i.revision() + "\"")
                                .body(whole)));
    }

    private static Drafting.@Nullable Edit edit(Bodies.Edit body) {
        boolean both = body.text() != null && body.html() != null;
        boolean none = body.text() == null && body.html() == null;
        if (both) {
            throw Problem.badRequest("html", "give either text or html");
        }
        if (none && body.subject() == null && body.contactId() != null) {
            return null;
        }
        String subject = body.subject();
        if (subject == null || subject.isBlank()) {
            throw Problem.badRequest("subject", "must not be empty");
        }
        if (subject.chars().anyMatch(c -> c < 32)) {
            throw Problem.badRequest("subject", "must be one line");
        }
        if (none
                || (body.text() != null && body.text().isBlank())
                || (body.html() != null && body.html().isBlank())) {
            throw Problem.badRequest("text", "must not be empty; give text or html");
        }
        return new Drafting.Edit(subject, body.text(), body.html());
    }

    @PostMapping("/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Map<String, String>> test(@PathVariable String id) {
        return invitations
                .find(id)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("invitation " + id)))
                .flatMap(this::test);
    }

    private Mono<Map<String, String>> test(Invitation i) {
        Draft draft = i.draft();
        if (draft == null || i.status() == Status.REQUESTED) {
            return Mono.error(Problem.conflict("There is no draft yet: it is " + i.status() + "."));
        }
        String mailbox = draft.mail().sender();
        return mailbox.isEmpty()
                ? Mono.error(Problem.conflict("This customer has no CSM with a mailbox to send a test to."))
                : testMails.send(mailbox, i, draft).thenReturn(Map.of("mailbox", mailbox));
    }
}
