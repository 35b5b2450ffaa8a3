package dev.usher.matching;

import java.util.List;

/** Candidates sent out and not taken back. */
public interface Offers {

    /** A later offer of the same mail to the same pair takes the place of the earlier one. */
    void put(Offer offer);

    /** The same, unless a person asked for this mail: what she asked for stays hers. */
    default void putUnlessExplicit(Offer offer) {
        if (of(offer.eventId(), offer.customerId()).stream()
                .noneMatch(known -> known.mail().equals(offer.mail())
                        && known.origin().reason().explicit())) {
            put(offer);
        }
    }

    List<Offer> of(String eventId);

    List<Offer> of(String eventId, String customerId);

    /** It is taken back: not there any more, unless a crash lost the word of it. Then it is there to be taken back again. */
    void remove(Offer offer);

    /** Leaves no trace of what was offered to this customer. */
    void forget(String customerId);
}
