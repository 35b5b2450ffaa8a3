package dev.usher.matching.web;

import dev.usher.matching.web.CustomerWish.Checked;
import dev.usher.matching.web.Import.Line;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Says before which line a new batch begins: before one too many, and before a customer that the batch has already. */
final class Batching implements Predicate<Line> {

    private final int most;
    private final Set<String> ids = new HashSet<>();
    private int size;

    Batching(int most) {
        this.most = most;
    }

    @Override
    public boolean test(Line line) {
        String id = line.checked() instanceof Checked.Fine(CustomerWish wish) ? wish.id() : "";
        boolean begins = size == most || ids.contains(id);
        if (begins) {
            ids.clear();
            size = 0;
        }
        size++;
        if (!id.isEmpty()) {
            ids.add(id);
        }
        return begins;
    }
}
