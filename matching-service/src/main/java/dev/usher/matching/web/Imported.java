package dev.usher.matching.web;

import dev.usher.matching.web.Import.Refused;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of an import.
 *
 * @param refused the first ten thousand
 * @param moreRefused how many were refused beyond those
 */
record Imported(long accepted, List<Refused> refused, long moreRefused) {

    private static final int LISTED = 10_000;

    static Imported none() {
        return new Imported(0, List.of(), 0);
    }

    Imported plus(Imported more) {
        List<Refused> all = refused;
        if (!more.refused.isEmpty() && refused.size() < LISTED) {
            all = new ArrayList<>(refused);
            all.addAll(more.refused.subList(0, Math.min(more.refused.size(), LISTED - refused.size())));
        }
        long unlisted = moreRefused + more.moreRefused + refused.size() + more.refused.size() - all.size();
        return new Imported(accepted + more.accepted, all, unlisted);
    }
}
