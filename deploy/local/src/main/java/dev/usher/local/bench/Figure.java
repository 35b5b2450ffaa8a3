package dev.usher.local.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * A measured value beside its floor.
 *
 * @param floor the same hops and bytes without our work, in the same unit and run
 */
public record Figure(String name, double value, String unit, double floor) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "figure %s %.1f %s floor=%.1f ratio=%.2f", name, value, unit, floor, value / floor);
    }

    /** The smallest measured value that at least {@code share} (0..1) of them do not exceed, in milliseconds. */
    static double percentile(long[] nanos, double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }
}
