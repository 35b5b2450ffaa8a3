package dev.usher.invitation;

import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks at an invitation until something has come of it, in whichever replica it happened. */
@Component
public class Waiting {

    private final Invitations invitations;
    private final Rules rules;

    Waiting(Invitations invitations, Rules rules) {
        this.invitations = invitations;
        this.rules = rules;
    }

    /** As soon as {@code done} holds, or as it is after the longest wait; empty = no such invitation. */
    public Mono<Invitation> until(String id, Predicate<Invitation> done) {
        long looks = Math.max(1, rules.patience().dividedBy(rules.pollEvery()));
        Mono<Invitation> look = Mono.defer(() -> invitations.find(id));
        return look.filter(done)
                .repeatWhenEmpty(empty -> empty.take(looks).delayElements(rules.pollEvery()))
                .switchIfEmpty(look);
    }
}
