package dev.usher.matching;

import java.util.Comparator;

/**
 * Where a customer stands in an answer.
 *
 * @param csmId who looks after it, empty = nobody
 * @param rank 1 = best; 0 = not ranked
 */
public record Standing(String customerId, String csmId, double score, int rank, int rankOfCsm) {

    /** Best first; equals in the order of their ids, so that every run gives the same. */
    static final Comparator<Standing> BEST_FIRST =
            Comparator.comparingDouble(Standing::score).reversed().thenComparing(Standing::customerId);

    static final Standing UNRANKED = new Standing("", "", 0, 0, 0);

    static Standing of(Guest guest, double score) {
        return new Standing(guest.id(), guest.customer().csmId(), score, 0, 0);
    }

    Standing at(int place, int placeOfCsm) {
        return new Standing(customerId, csmId, score, place, placeOfCsm);
    }
}
