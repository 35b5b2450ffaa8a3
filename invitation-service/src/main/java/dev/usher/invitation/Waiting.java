package dev.usher.invitation;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks at invitations until something has come of it, in whichever replica it happened. */
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
        return until(List.of(id), done)
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /** As soon as {@code done} holds for all of them, or as they are after the longest wait. */
    public Mono<List<Invitation>> until(List<String> ids, Predicate<Invitation> done) {
        Mono<List<Invitation>> look = Mono.defer(() -> invitations.among(ids).collectList());
        return look.filter(all -> all.stream().allMatch(done))
                .repeatWhenEmpty(empty -> empty.take(rules.patience()).delayElements(rules.pollEvery()))
                .switchIfEmpty(look);
    }
}
