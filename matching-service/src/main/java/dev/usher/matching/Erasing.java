package dev.usher.matching;

import java.util.List;

/** A customer is erased: nothing of it is kept, and it leaves the rankings. */
public final class Erasing {

    private final Answering answering;
    private final Noticing noticing;

    public Erasing(Answering answering, Noticing noticing) {
        this.answering = answering;
        this.noticing = noticing;
    }

    public List<Outcome> erased(String customerId, Partition here) {
        here.book().erase(customerId);
        here.offers().forget(customerId);
        here.stale().mark(customerId);
        noticing.erased(customerId, here);
        return answering.erased(customerId, here);
    }
}
