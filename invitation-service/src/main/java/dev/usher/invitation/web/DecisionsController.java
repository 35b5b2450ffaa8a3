package dev.usher.invitation.web;

import dev.usher.invitation.Deciding;
import dev.usher.invitation.Invitation;
import dev.usher.invitation.Invitations;
import dev.usher.invitation.Outcome;
import dev.usher.invitation.Status;
import dev.usher.invitation.Waiting;
import dev.usher.rest.Items;
import dev.usher.rest.Problem;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The door for decisions: approve, reject, withdraw. */
@RestController
@RequestMapping("/api/invitations")
class DecisionsController {

    private final Deciding deciding;
    private final Invitations invitations;
    private final Waiting waiting;
    private final SendTimes sendTimes;
    private final Cards cards;

    DecisionsController(Deciding deciding, Invitations invitations, Waiting waiting, SendTimes sendTimes, Cards cards) {
        this.deciding = deciding;
        this.invitations = invitations;
        this.waiting = waiting;
        this.sendTimes = sendTimes;
        this.cards = cards;
    }

    @PostMapping("/{id}/approve")
    Mono<Answers.Whole> approve(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Bodies.Approve body) {
        Deciding.Ask ask = new Deciding.Ask(id, IfMatch.read(ifMatch), null);
        return existing(id)
                .flatMap(i -> sendTimes.read(body.sendAt(), i))
                .flatMap(at -> deciding.approve(ask, given(body.contentHash()), at.orElse(null)))
                .flatMap(outcome -> told(id, outcome));
    }

    @PostMapping("/approve")
    Mono<Items<Answers.Decided>> approveAll(@Valid @RequestBody Bodies.ApproveAll body) {
        SendTimes.requireTime(body.sendAt());
        return Flux.fromIterable(Objects.requireNonNullElse(body.items(), List.<Bodies.Item>of()))
                .flatMapSequential(item -> approve(item, body.sendAt()), 8)
                .collectList()
                .map(Items::all);
    }

    private Mono<Answers.Decided> approve(Bodies.Item item, @Nullable String sendAt) {
        String id = given(item.id());
        return existing(id)
                .flatMap(i -> sendTimes.read(sendAt, i))
                .flatMap(at ->
                        deciding.approve(new Deciding.Ask(id, null, null), given(item.contentHash()), at.orElse(null)))
                .map(outcome -> switch (outcome) {
                    case Outcome.Done done ->
                        new Answers.Decided(id, done.next().status().name(), null);
                    case Outcome.Conflict conflict -> new Answers.Decided(id, null, conflict.happened());
                    default -> new Answers.Decided(id, null, "nothing to do");
                })
                .onErrorResume(Problem.class, p -> Mono.just(new Answers.Decided(id, null, p.detail())));
    }

    @PostMapping("/{id}/reject")
    Mono<Answers.Whole> reject(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) Bodies.@Nullable Reject body) {
        Deciding.Ask ask = new Deciding.Ask(id, IfMatch.read(ifMatch), null);
        return existing(id)
                .flatMap(i -> deciding.reject(ask, body == null ? null : body.why()))
                .flatMap(outcome -> told(id, outcome));
    }

    /** WITHDRAWN, or 409 "too late"; 202 where delivery has not answered yet: the stream tells. */
    @PostMapping("/{id}/withdraw")
    Mono<ResponseEntity<Answers.Whole>> withdraw(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Deciding.Ask ask = new Deciding.Ask(id, IfMatch.read(ifMatch), null);
        return existing(id).flatMap(i -> deciding.withdraw(ask)).flatMap(outcome -> switch (outcome) {
            case Outcome.Asked asked -> answer(id);
            default -> told(id, outcome).map(ResponseEntity::ok);
        });
    }

    private Mono<ResponseEntity<Answers.Whole>> answer(String id) {
        return waiting.until(id, i -> !i.status().underWay() || tooLate(i)).flatMap(i -> {
            boolean back = i.status() == Status.WITHDRAWN || i.status() == Status.DRAFTED;
            if (back) {
                return whole(i).map(ResponseEntity::ok);
            }
            return i.status().underWay() && !tooLate(i)
                    ? whole(i).map(w -> ResponseEntity.accepted().body(w))
                    : Mono.error(Problem.conflict("Too late: it is " + i.status() + "."));
        });
    }

    private static boolean tooLate(Invitation i) {
        return i.recall() != null && i.recall().tooLate() != null;
    }

    private Mono<Invitation> existing(String id) {
        return invitations.find(id).switchIfEmpty(Mono.error(() -> Problem.notFound("invitation " + id)));
    }

    private Mono<Answers.Whole> told(String id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Conflict conflict ->
                Mono.error(Problem.conflict("Not possible: " + conflict.happened() + "."));
            case Outcome.Stale stale -> Mono.error(IfMatch.stale(stale.now()));
            default -> existing(id).flatMap(this::whole);
        };
    }

    private Mono<Answers.Whole> whole(Invitation i) {
        return cards.whole(i);
    }

    private static String given(@Nullable String validated) {
        return Objects.requireNonNull(validated, "validated");
    }
}
