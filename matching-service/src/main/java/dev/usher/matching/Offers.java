package dev.usher.matching;

import java.util.List;

/** Candidates sent out and not taken back. */
public interface Offers {

    /** A later offer of the same mail to the same pair takes the place of the earlier one. */
    void put(Offer offer);

    List<Offer> of(String eventId);

    List<Offer> of(String eventId, String customerId);

    void remove(Offer offer);
}
