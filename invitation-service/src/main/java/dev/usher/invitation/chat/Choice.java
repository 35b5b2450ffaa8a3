package dev.usher.invitation.chat;

import dev.usher.invitation.chat.Directory.Named;
import java.util.List;

/** Which of several is meant: the one that is, or a question. */
sealed interface Choice {

    record Found(Named named) implements Choice {}

    record Unsure(List<Named> which) implements Choice {}

    record None() implements Choice {}

    double NEAR = 0.3;
    double SURE = 0.5;
    double MARGIN = 0.12;
    int ASKED = 4;

    /** An exact name always wins; otherwise the nearest, unless another is nearly as near. */
    static Choice of(List<Named> candidates) {
        List<Named> exact = candidates.stream().filter(Named::exact).toList();
        if (!exact.isEmpty()) {
            return exact.size() == 1 ? new Found(exact.getFirst()) : new Unsure(exact);
        }
        List<Named> near = candidates.stream().filter(n -> n.likeness() >= NEAR).toList();
        if (near.isEmpty()) {
            return new None();
        }
        Named best = near.getFirst();
        List<Named> close = near.stream()
                .filter(n -> best.likeness() - n.likeness() < MARGIN)
                .limit(ASKED)
                .toList();
        return close.size() == 1 && best.likeness() >= SURE ? new Found(best) : new Unsure(close);
    }

    /** Of events: exact names before similar ones; then one that is coming before one that is past, where it fits. */
    static Choice ofEvents(List<Named> candidates) {
        List<Named> exact = candidates.stream().filter(Named::exact).toList();
        List<Named> among = exact.isEmpty() ? candidates : exact;
        List<Named> coming = among.stream().filter(Named::coming).toList();
        boolean fits = coming.stream().anyMatch(n -> n.exact() || n.likeness() >= SURE);
        return of(fits ? coming : among);
    }

    /** For comparing ways to read a line. */
    default int clarity() {
        return switch (this) {
            case Found found -> found.named().exact() ? 4 : 3;
            case Unsure unsure -> 2;
            case None none -> 0;
        };
    }
}
