package dev.usher.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/**
 * When a guest is reminded: rungs before the start, ISO 8601. Days (P7D) are days of her calendar, at the same hour on the
 * clock on her wall whatever DST does between; hours (PT1H) are counted back from the start.
 */
record Ladder(List<String> rungs, LocalTime at) {

    /** In the order of time. */
    List<Instant> before(Instant start, ZoneId zone) {
        return rungs.stream().map(rung -> due(rung, start, zone)).sorted().toList();
    }

    private Instant due(String rung, Instant start, ZoneId zone) {
        return rung.startsWith("PT")
                ? start.minus(Duration.parse(rung))
                : start.atZone(zone)
                        .toLocalDate()
                        .minus(Period.parse(rung))
                        .atTime(at)
                        .atZone(zone)
                        .toInstant();
    }
}
