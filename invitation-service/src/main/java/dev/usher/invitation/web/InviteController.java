package dev.usher.invitation.web;

import dev.usher.invitation.Inviting;
import dev.usher.invitation.Matching;
import dev.usher.rest.Problem;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The door for asking that customers be invited to an event. */
@RestController
class InviteController {

    private final Inviting inviting;
    private final Matching matching;

    InviteController(Inviting inviting, Matching matching) {
        this.inviting = inviting;
        this.matching = matching;
    }

    @PostMapping("/api/events/{eventId}/invite")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answers.Invited> invite(@PathVariable String eventId, @Valid @RequestBody Bodies.Invite body) {
        return whom(eventId, body)
                .flatMap(ids -> inviting.invite(new Inviting.Wish(eventId, ids, body.contactId(), body.note(), null)))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("event " + eventId)))
                .map(Answers.Invited::of);
    }

    private Mono<List<String>> whom(String eventId, Bodies.Invite body) {
        List<String> ids = body.customerIds();
        if ((ids == null) == (body.audience() == null)) {
            return Mono.error(Problem.badRequest("customerIds", "give either customerIds or audience"));
        }
        if (ids == null) {
            return matching.audience(eventId, body.audience() == null ? java.util.Map.of() : body.audience());
        }
        return body.contactId() != null && ids.size() != 1
                ? Mono.error(Problem.badRequest("contactId", "needs exactly one customer"))
                : Mono.just(ids);
    }
}
