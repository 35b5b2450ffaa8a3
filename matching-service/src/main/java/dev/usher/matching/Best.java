package dev.usher.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the best so many of what it sees. */
final class Best {

    private final int limit;
    private final PriorityQueue<Standing> worstFirst = new PriorityQueue<>(Standing.BEST_FIRST.reversed());

    Best(int limit) {
        this.limit = limit;
    }

    void see(Standing standing) {
        worstFirst.add(standing);
        if (worstFirst.size() > limit) {
            worstFirst.remove();
        }
    }

    List<Standing> inOrder() {
        List<Standing> all = new ArrayList<>(worstFirst);
        all.sort(Standing.BEST_FIRST);
        return all;
    }
}
